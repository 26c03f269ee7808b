import type { StatedHistory } from '../../deal/deal';
import { grouped } from '../../deal/grouped';
import { currencyOf, dayOf, decimalOf, instantOf, isRecord, textOf } from '../sync/guards';
import { brokenStep, historyOf, stepsOf, type Step, type Track } from '../sync/history-of';
import type { Row } from './api';
import { opportunityId } from './deal-id';
import type { SalesforceStages } from './stages';

/** Deals whose pasts are asked for at a time: their ids have to stand in one address. */
export const pastsPerCall = 100;

/** Every state that a deal's stage, amount and close date were in (facts.md 1.4: always kept). */
export function statesQuery(ids: readonly string[]): string {
  return `SELECT OpportunityId,StageName,Amount,CloseDate,CreatedDate FROM OpportunityHistory WHERE OpportunityId IN (${listed(ids)}) ORDER BY OpportunityId,CreatedDate,Id`;
}

/** Every owner that it was given to, where the organisation tracks that (facts.md 1.4). */
export function ownersQuery(ids: readonly string[]): string {
  return `SELECT OpportunityId,Field,OldValue,NewValue,CreatedDate FROM OpportunityFieldHistory WHERE Field IN ('Owner','created') AND OpportunityId IN (${listed(ids)}) ORDER BY OpportunityId,CreatedDate,Id`;
}

function listed(ids: readonly string[]): string {
  return ids.map((id) => `'${id}'`).join(',');
}

/** Rows by the deal that they are of. */
export function byDeal(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return grouped(rows, (row) => opportunityId(textOf(row['OpportunityId']) ?? ''));
}

export interface Past {
  /** Oldest first. */
  readonly states: readonly Row[];
  /** `undefined`: not tracked, or not to be read. */
  readonly owners: readonly Row[] | undefined;
}

export interface PastContext {
  readonly stages: SalesforceStages;
  /** What amounts are counted in where a deal has no currency of its own. */
  readonly currency: string | undefined;
  readonly until: string;
}

/** The life of a deal from all its states. @param now The deal as it was listed. */
export function historyOfStates(
  now: Row,
  { states, owners }: Past,
  { stages, currency, until }: PastContext,
): StatedHistory | undefined {
  if (states.length === 0) return undefined;
  const nameOf = (value: unknown) => stages.of.get(String(value))?.name ?? textOf(value);
  const outcomeOf = (value: unknown) => stages.of.get(String(value))?.outcome;
  const track = (
    field: Track['field'],
    { key, read }: { readonly key: string; readonly read: (value: unknown) => string | undefined },
  ): Track | undefined => {
    const sided = (value: unknown) => (value === null ? null : read(value));
    const versions = states.map((row) => ({ at: instantOf(row['CreatedDate']), value: sided(row[key]) }));
    const isKnown = versions.every(({ at, value }) => at !== undefined && value !== undefined);
    const value = sided(now[key]);
    if (!isKnown || value === undefined) return undefined;
    return {
      field,
      steps: stepsOf(versions as { at: string; value: string | null }[]),
      now: value,
      isKept: true,
    };
  };
  const own = currencyOf(now['CurrencyIsoCode']);
  const tracks = [
    track('stage', { key: 'StageName', read: nameOf }),
    track('outcome', { key: 'StageName', read: outcomeOf }),
    track('closeOn', { key: 'CloseDate', read: dayOf }),
    // What amounts were counted in before, nothing tells: they are taken to be in the deal's own currency.
    own === undefined
      ? own
      : withCurrency(track('amount', { key: 'Amount', read: decimalOf }), own ?? currency),
    ownerTrack(owners, now),
  ];
  const history = historyOf(
    tracks.flatMap((one) => one ?? []),
    until,
  );
  // Without its stages a life is none that the forecast could learn from as whole.
  return history?.fields.includes('stage') === true ? history : undefined;
}

function withCurrency(track: Track | undefined, currency: string | undefined): Track | undefined {
  return track && { ...track, currency };
}

/**
 * Each change of an owner stands there twice: by the names, and by the ids. Without the row of the deal's creation it is no
 * whole life: it is kept for some time only, and from the day on which tracking was switched on.
 */
function ownerTrack(owners: readonly Row[] | undefined, now: Row): Track | undefined {
  const owner = now['Owner'];
  if (owners?.some((row) => row['Field'] === 'created') !== true || !isRecord(owner)) return undefined;
  const named = owners.filter(
    (row) => row['Field'] === 'Owner' && ![row['OldValue'], row['NewValue']].some(isUserId),
  );
  const steps = named.map((row): Step => {
    const at = instantOf(row['CreatedDate']);
    const [from, to] = [textOf(row['OldValue']), textOf(row['NewValue'])];
    return at === undefined || from === undefined || to === undefined ? brokenStep : { at, from, to };
  });
  // Without any step it may just as well not be tracked.
  return { field: 'owner', steps, now: textOf(owner['Name']) };
}

function isUserId(value: unknown): boolean {
  return typeof value === 'string' && /^005\w{12}(?:\w{3})?$/.test(value);
}
