import type { DealValues, Outcome, StatedAmount } from '../../deal/deal';
import { currencyOf, decimalText, instantOfMs, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { StatedDeal } from '../sync/read-pipeline';
import { rowTaker } from '../sync/row-taker';
import type { FoundRow } from './api';
import { shareOfText, type HubspotWords } from './words';

/** Properties of a deal that are asked for (facts.md 2.4, 2.5). */
export const dealProperties = [
  'dealname',
  'amount',
  'deal_currency_code',
  'dealstage',
  'pipeline',
  'closedate',
  'createdate',
  'hubspot_owner_id',
  'hubspot_team_id',
  'hs_created_by_user_id',
  'dealtype',
  'hs_is_closed',
  'hs_is_closed_won',
  'hs_deal_stage_probability',
  'hs_manual_forecast_category',
  'hs_next_step',
  'closed_lost_reason',
  'notes_last_contacted',
  'notes_next_activity_date',
  'hs_analytics_source',
  'hs_v2_date_entered_current_stage',
  'hs_mrr',
  'hs_object_id',
] as const;

type Property = (typeof dealProperties)[number];

export interface RecordContext {
  readonly words: HubspotWords;
  readonly urlOf: (id: string) => string;
}

/** Reads one deal of a search; `undefined` where it has no id. */
export function readDeal({ id, valueOf }: FoundRow, { words, urlOf }: RecordContext): StatedDeal | undefined {
  if (id === undefined) return undefined;
  const of = (property: Property) => valueOf(property);
  const { take, miss, problems } = rowTaker(textOf(of('dealname')) ?? id);
  const outcome = outcomeOf(of('hs_is_closed'), of('hs_is_closed_won'));
  if (outcome === undefined) miss('outcome', of('hs_is_closed'));
  const currency = currencyOf(of('deal_currency_code'));
  const money = (value: unknown): StatedAmount | undefined => {
    const decimal = decimalText(value);
    if (decimal === undefined || currency === undefined) return undefined;
    return currency === null ? { decimal } : { decimal, currency };
  };
  const named = (names: ReadonlyMap<string, string>) => (value: unknown) => names.get(String(value));
  const monthly = of('hs_mrr');
  const recurring = take('recurring', Number(monthly) === 0 ? null : monthly, money);
  const stage = words.stages.get(String(of('dealstage')));
  const values: DealValues = {
    ...take('name', of('dealname'), textOf),
    ...take('amount', of('amount'), money),
    ...recurring,
    ...(recurring.recurring ? { recurringPeriod: 'month' } : {}),
    ...(of('dealtype') === 'newbusiness' ? { kind: 'new' } : {}),
    ...take('team', named(words.teams)(of('hubspot_team_id')), textOf),
    // Without the stages' names nothing is said of a stage: pages show names.
    ...(words.stages.size === 0
      ? {}
      : { ...take('stage', of('dealstage'), () => stage?.name), ...(stage && { pipeline: stage.pipeline }) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...take('crmProbability', of('hs_deal_stage_probability'), shareOfText),
    ...take('forecastCategory', of('hs_manual_forecast_category'), asWords),
    ...(words.owners.size === 0 ? {} : take('owner', of('hubspot_owner_id'), named(words.owners))),
    ...take('createdBy', named(words.users)(of('hs_created_by_user_id')), textOf),
    ...take('source', of('hs_analytics_source'), asWords),
    ...take('createdOn', of('createdate'), dayOfMs),
    ...take('closeOn', of('closedate'), dayOfMs),
    ...(outcome === undefined ? {} : take('closedOn', outcome === 'open' ? null : of('closedate'), dayOfMs)),
    ...take('stageSince', of('hs_v2_date_entered_current_stage') ?? undefined, dayOfMs),
    ...take('lastActivityOn', of('notes_last_contacted'), dayOfMs),
    ...take('nextStep', of('hs_next_step'), textOf),
    ...take('nextStepOn', of('notes_next_activity_date'), dayOfMs),
    ...take('lostReason', of('closed_lost_reason'), textOf),
  };
  return { id, url: urlOf(id), values, problems };
}

function outcomeOf(isClosed: unknown, isWon: unknown): Outcome | undefined {
  if (isClosed === 'false') return 'open';
  if (isClosed !== 'true') return undefined;
  return isWon === 'true' ? 'won' : isWon === 'false' ? 'lost' : undefined;
}

/** facts.md 2.4: instants are milliseconds written as text; pages show the day that they are where the user is. */
export function dayOfMs(value: unknown): string | undefined {
  return localDayOf(instantOfText(value));
}

export function instantOfText(value: unknown): string | undefined {
  const ms = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof ms === 'number' ? instantOfMs(ms) : undefined;
}

/** `BEST_CASE` as pages write it: `Best case`. */
export function asWords(value: unknown): string | undefined {
  const text = textOf(value)?.toLowerCase().replaceAll('_', ' ');
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}
