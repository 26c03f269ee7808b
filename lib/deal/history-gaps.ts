import { compareInstants } from '../calendar/compare-instants';
import type { ChangeField, ChangeValue, Deal, DealChange, FieldSource } from './deal';

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
  const ends = new Map<ChangeField, ChangeValue>(exact.map(({ field, to }) => [field, to]));
  return [...ends].flatMap(([field, end]) => {
    const next = firstAfter(later, field, until) ?? seenValue(deal, field);
    if (next === undefined || next.value === end || compareInstants(next.source.at, until) <= 0) return [];
    const { from, at } = next.source;
    return [{ key: deal.key, field, from: end, to: next.value, at, notBefore: until, source: from }];
  });
}

interface Next {
  readonly value: ChangeValue;
  readonly source: { readonly from: DealChange['source']; readonly at: string };
}

function firstAfter(rows: readonly DealChange[], field: ChangeField, until: string): Next | undefined {
  const first = rows
    .filter((row) => row.field === field && compareInstants(row.at, until) > 0)
    .toSorted((a, b) => compareInstants(a.at, b.at))[0];
  return first === undefined
    ? undefined
    : { value: first.from, source: { from: first.source, at: first.notBefore } };
}

function seenValue(deal: Deal, field: ChangeField): Next | undefined {
  const source: FieldSource | undefined = deal.sources[field];
  const value = field.startsWith('qualification.')
    ? deal.qualification?.[field.slice('qualification.'.length)]
    : // Every other change field is a column of its own name.
      deal[field as Exclude<ChangeField, `qualification.${string}`>];
  return source === undefined || value === undefined ? undefined : { value, source };
}
