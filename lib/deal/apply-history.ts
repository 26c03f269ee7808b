import { compareInstants } from '../calendar/compare-instants';
import type { ChangeValue, Deal, DealChange, StatedHistory } from './deal';
import { evidenceOfHistory } from './evidence-of-history';
import { historyGaps } from './history-gaps';
import { historyRows } from './history-rows';
import { joinEvidence } from './join-evidence';

export interface AppliedHistory {
  /** All changes of the deal from now on, in order of time. */
  readonly changes: readonly DealChange[];
  /** Of `changes`, those that are not stored yet. */
  readonly added: readonly DealChange[];
  /** Of the stored ones, those that are replaced. */
  readonly removed: readonly DealChange[];
  /** The deal, brought up to changes that happened after it was read; the very same one where there are none. */
  readonly deal: Deal;
  /** `amount` where a stated amount cannot be expressed in its currency: nothing of the amount's history is taken. */
  readonly refused: readonly { readonly field: 'amount'; readonly why: 'not-in-minor-units' }[];
}

/**
 * Puts a synced history in the place of what was pieced together from reads, without doubles.
 *
 * The history is complete for its fields up to `until` (or up to its last change, where the CRM's clock is ahead of
 * ours), so it replaces every stored change of these fields up to then: those seen between two reads are the same
 * ones, known less well. A stored change that may have happened before or after `until` is explained where the
 * history ends on its new value; else it happened after, and `notBefore` says so from now on. Later ones stay.
 * Where what was seen after `until` does not begin with the value on which the history ends, a change lies in between.
 * Amounts are put into minor units of the code that they state, else of the deal's.
 *
 * Applied once more, it adds and removes nothing.
 *
 * @param stored All stored changes of this deal; rows of other deals are not touched.
 */
export function applyHistory(
  deal: Deal,
  stored: readonly DealChange[],
  history: StatedHistory,
): AppliedHistory {
  const amounts = history.changes.filter(({ field }) => field === 'amount');
  const isAmountRight = historyRows(deal, amounts) !== undefined;
  const stated = history.changes.filter(
    ({ field }) => history.fields.includes(field) && (isAmountRight || field !== 'amount'),
  );
  const exact = unique(historyRows(deal, stated) ?? []).toSorted(byTime);
  const until = exact.reduce((last, { at }) => (compareInstants(at, last) > 0 ? at : last), history.until);
  const isCovered = coverage(history, isAmountRight);

  const kept: DealChange[] = [];
  const removed: DealChange[] = [];
  const added: DealChange[] = [];
  const unstored = new Map(exact.map((change) => [nameOf(change), change]));
  for (const row of stored) {
    const isLater = compareInstants(row.at, until) > 0 && compareInstants(row.notBefore, until) >= 0;
    const isOurs = row.key === deal.key && isCovered(row) && !isLater;
    if (!isOurs || unstored.delete(nameOf(row))) {
      kept.push(row);
    } else {
      removed.push(row);
      const rest = afterwards(row, until, exact);
      if (rest !== undefined) added.push(rest);
    }
  }
  added.push(...unstored.values());
  const { key, crm, tenant, id } = deal;
  const joined = joinEvidence(deal, { key, crm, tenant, id }, evidenceOfHistory(deal, stated));
  added.push(...historyGaps(joined.deal, exact, { later: [...kept, ...added], until }));
  return {
    changes: [...kept, ...added].toSorted(byTime),
    added: added.toSorted(byTime),
    removed,
    deal: joined.deal,
    refused: isAmountRight ? [] : [{ field: 'amount', why: 'not-in-minor-units' }],
  };
}

/**
 * Which stored rows the history speaks of. It speaks of the currency where it states codes; and a row that only says
 * that a code became known goes with the amounts that it had rescaled.
 */
function coverage({ fields, changes }: StatedHistory, isAmountRight: boolean): (row: DealChange) => boolean {
  const names = new Set<string>(fields);
  const hasAmount = isAmountRight && names.has('amount');
  const statesCodes = changes.some(
    (change) => change.field === 'amount' && (change.from?.currency ?? change.to?.currency) !== undefined,
  );
  return ({ field, from }) => {
    if (field === 'amountMinor') return hasAmount;
    if (field === 'currency') return hasAmount && (statesCodes || from === null);
    return names.has(field);
  };
}

/** What is left of a row that spans `until`; nothing where the history explains it. */
function afterwards(row: DealChange, until: string, exact: readonly DealChange[]): DealChange | undefined {
  if (compareInstants(row.at, until) <= 0) return undefined;
  const last = exact.findLast(({ field }) => field === row.field);
  const value: ChangeValue = last === undefined ? row.from : last.to;
  if (value === row.to) return undefined;
  const { id: _, ...rest } = row;
  return { ...rest, from: value, notBefore: until };
}

function unique(changes: readonly DealChange[]): DealChange[] {
  return [...new Map(changes.map((change) => [nameOf(change), change])).values()];
}

function nameOf({ field, from, to, at, notBefore, source }: DealChange): string {
  return JSON.stringify([field, from, to, at, notBefore, source]);
}

function byTime(a: DealChange, b: DealChange): number {
  return compareInstants(a.at, b.at) || compareInstants(a.notBefore, b.notBefore);
}
