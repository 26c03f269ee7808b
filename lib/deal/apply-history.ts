import { compareInstants } from '../calendar/compare-instants';
import { afterHistory } from './after-history';
import { changeName } from './change-name';
import type { ChangeField, Deal, DealChange, StatedHistory } from './deal';
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
  /** The deal, brought up to changes that happened after it was read, with how far its history reaches. */
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
 * Amounts are counted in what the history states, else in hundredths of nobody knows what.
 *
 * Applied once more, it adds and removes nothing, and the very same deal comes back.
 *
 * @param stored All stored changes of this deal; rows of other deals are not touched.
 */
export function applyHistory(
  deal: Deal,
  stored: readonly DealChange[],
  history: StatedHistory,
): AppliedHistory {
  const amounts = history.changes.filter(({ field }) => field === 'amount');
  const isAmountRight = historyRows(deal.key, amounts) !== undefined;
  const stated = history.changes.filter(
    ({ field }) => history.fields.includes(field) && (isAmountRight || field !== 'amount'),
  );
  const exact = unique(historyRows(deal.key, stated) ?? []).toSorted(byTime);
  const until = exact.reduce((last, { at }) => (compareInstants(at, last) > 0 ? at : last), history.until);
  const covered = fieldsOf(history, isAmountRight);

  const kept: DealChange[] = [];
  const removed: DealChange[] = [];
  const added: DealChange[] = [];
  const unstored = new Map(exact.map((change) => [changeName(change), change]));
  for (const row of stored) {
    const isOurs = row.key === deal.key && covered.has(row.field);
    const rest = isOurs && !unstored.delete(changeName(row)) ? afterHistory(row, until, exact) : row;
    if (rest === row) kept.push(row);
    else {
      removed.push(row);
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
    deal: withHistory(joined.deal, covered, until),
    refused: isAmountRight ? [] : [{ field: 'amount', why: 'not-in-minor-units' }],
  };
}

/** The change fields that the history speaks of. */
function fieldsOf({ fields }: StatedHistory, isAmountRight: boolean): ReadonlySet<ChangeField> {
  return new Set(
    fields.flatMap((field): ChangeField[] => {
      if (field !== 'amount') return [field];
      return isAmountRight ? ['amountMinor'] : [];
    }),
  );
}

/** Says on the deal how far the history reaches; never less far than before. */
function withHistory(deal: Deal, fields: ReadonlySet<ChangeField>, until: string): Deal {
  const known = deal.historyUntil;
  const farther = [...fields].filter((field) => {
    const before = known?.[field];
    return before === undefined || compareInstants(before, until) < 0;
  });
  if (farther.length === 0) return deal;
  return { ...deal, historyUntil: { ...known, ...Object.fromEntries(farther.map((name) => [name, until])) } };
}

function unique(changes: readonly DealChange[]): DealChange[] {
  return [...new Map(changes.map((change) => [changeName(change), change])).values()];
}

function byTime(a: DealChange, b: DealChange): number {
  return compareInstants(a.at, b.at) || compareInstants(a.notBefore, b.notBefore);
}
