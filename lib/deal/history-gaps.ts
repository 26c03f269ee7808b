import { compareInstants } from '../calendar/compare-instants';
import { changeBetween } from './change-between';
import type { ChangeField, ChangeSide, Deal, DealChange } from './deal';
import { isSameValue } from './is-same-value';
import { seenSide } from './seen-side';
import { sidesOf } from './sides-of';

/**
 * Changes that nobody saw: a synced history ends at `until` on one value, and the first thing known after it is
 * another. Nothing where the two agree, and nothing where the other value had been seen before `until`: then the
 * history and the reads contradict each other, and no change between them would be true.
 *
 * @param exact Rows of the history, in order of time.
 * @param later All rows that the deal will have; only those after `until` are looked at.
 */
export function historyGaps(
  deal: Deal,
  exact: readonly DealChange[],
  { later, until }: { readonly later: readonly DealChange[]; readonly until: string },
): DealChange[] {
  const ends = new Map<ChangeField, ChangeSide>(exact.map((row) => [row.field, sidesOf(row).to]));
  return [...ends].flatMap(([field, end]) => {
    const next = firstAfter(later, field, until) ?? seenSide(deal, field);
    if (next === undefined || isSameValue(next.side, end) || compareInstants(next.source.at, until) <= 0)
      return [];
    const { from: source, at } = next.source;
    return [{ key: deal.key, field, ...changeBetween(end, next.side), at, notBefore: until, source }];
  });
}

interface Next {
  readonly side: ChangeSide;
  readonly source: { readonly from: DealChange['source']; readonly at: string };
}

function firstAfter(rows: readonly DealChange[], field: ChangeField, until: string): Next | undefined {
  const first = rows
    .filter((row) => row.field === field && compareInstants(row.at, until) > 0)
    .toSorted((a, b) => compareInstants(a.at, b.at))[0];
  return first === undefined
    ? undefined
    : { side: sidesOf(first).from, source: { from: first.source, at: first.notBefore } };
}
