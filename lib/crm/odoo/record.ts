import type { DealValues, Outcome, StatedAmount } from '../../deal/deal';
import { currencyOf, dayOf, decimalOf, idOf, shareOfPercent, textOf } from '../sync/guards';
import type { StatedDeal } from '../sync/read-pipeline';
import { rowTaker } from '../sync/row-taker';
import { given, odooLocalDay, related, relatedName } from './guards';
import type { Row } from './rpc';

/** Fields of `crm.lead` that a deal is made of (facts.md 6, Odoo); a user may not be allowed all of them. */
export const leadFields = [
  'name',
  'active',
  'stage_id',
  'user_id',
  'create_uid',
  'team_id',
  'partner_id',
  'expected_revenue',
  'recurring_revenue_monthly',
  'company_currency',
  'probability',
  'date_deadline',
  'date_closed',
  'date_last_stage_update',
  'create_date',
  'lost_reason_id',
  'source_id',
  'medium_id',
] as const;

export interface LeadContext {
  /** Outcomes of stages by their ids. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly urlOf: (id: string) => string;
}

/** Reads one opportunity; `undefined` where it has no id. */
export function readLead(row: Row, { outcomes, urlOf }: LeadContext): StatedDeal | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const { take, miss, problems } = rowTaker(textOf(row['name']) ?? id);
  const outcome = outcomeOf(row, outcomes);
  if (outcome === undefined) miss('outcome', row['active']);
  const money = (value: unknown): StatedAmount | undefined => {
    const decimal = decimalOf(value);
    // facts.md 6, Odoo: amounts are in the currency of the deal's company, whose name is its code.
    const currency = currencyOf(relatedName(row['company_currency']));
    return decimal === undefined || !currency ? undefined : { decimal, currency };
  };
  const monthly = row['recurring_revenue_monthly'] === 0 ? null : given(row['recurring_revenue_monthly']);
  const recurring = take('recurring', monthly, money);
  const values: DealValues = {
    ...take('name', given(row['name']), textOf),
    ...take('account', given(row['partner_id']), relatedName),
    ...take('amount', given(row['expected_revenue']), money),
    ...recurring,
    ...(recurring.recurring ? { recurringPeriod: 'month' } : {}),
    ...take('team', given(row['team_id']), relatedName),
    ...take('stage', given(row['stage_id']), relatedName),
    ...(outcome === undefined ? {} : { outcome }),
    ...take('crmProbability', row['probability'], shareOfPercent),
    ...take('owner', given(row['user_id']), relatedName),
    ...take('createdBy', given(row['create_uid']), relatedName),
    ...take('source', given(row['source_id']), relatedName),
    ...take('channel', given(row['medium_id']), relatedName),
    ...take('createdOn', given(row['create_date']), odooLocalDay),
    ...take('closeOn', given(row['date_deadline']), dayOf),
    // A lost deal need not have a day of closing: then none is told, and none taken back.
    ...take('closedOn', outcome === 'open' ? null : (given(row['date_closed']) ?? undefined), odooLocalDay),
    ...take('stageSince', given(row['date_last_stage_update']), odooLocalDay),
    ...take('lostReason', given(row['lost_reason_id']), relatedName),
  };
  return { id, url: urlOf(id), values, problems };
}

/** facts.md 6, Odoo: lost deals are archived ones with no chance. `undefined`: archived otherwise, or not told. */
function outcomeOf(row: Row, outcomes: ReadonlyMap<string, Outcome>): Outcome | undefined {
  if (row['active'] === false && row['probability'] === 0) return 'lost';
  // A deal need not have a stage; one in a stage that is not known may be won.
  const ofStage = row['stage_id'] === false ? 'open' : outcomes.get(related(row['stage_id'])?.id ?? '');
  return ofStage !== 'open' || row['active'] === true ? ofStage : undefined;
}
