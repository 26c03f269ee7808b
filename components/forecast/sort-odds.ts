import type { Deal } from '../../lib/deal/deal';
import type { TopDeal } from '../../lib/forecast/report';

export const oddsColumns = ['name', 'stage', 'date', 'value', 'chance', 'expected'] as const;
export type OddsColumn = (typeof oddsColumns)[number];

export interface OddsSorting {
  readonly column: OddsColumn;
  readonly descending: boolean;
}

/** Deals in the order of a column; what is not known comes last in both directions, and equals keep their places. */
export function sortOdds(
  top: readonly TopDeal[],
  deals: ReadonlyMap<string, Deal> | undefined,
  { column, descending }: OddsSorting,
): readonly TopDeal[] {
  const valueOf = (one: TopDeal): string | number | undefined => {
    const deal = deals?.get(one.key);
    if (column === 'value') return one.value;
    if (column === 'chance') return one.chance;
    if (column === 'expected') return one.chance * one.value;
    if (column === 'date') return deal?.closeOn ?? undefined;
    return (column === 'stage' ? deal?.stage : (deal?.name ?? deal?.account)) ?? undefined;
  };
  const keyed = top.map((one) => ({ one, value: valueOf(one) }));
  const sign = descending ? -1 : 1;
  return keyed
    .toSorted((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * String(a.value).localeCompare(String(b.value));
    })
    .map(({ one }) => one);
}
