import type { Deal } from '../../lib/deal/deal';
import { shownDateOf } from './filter-deals';

export const columns = ['name', 'stage', 'owner', 'amount', 'odds', 'date', 'outcome', 'read'] as const;
export type Column = (typeof columns)[number];
export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** Amounts in different currencies are not compared: grouped by currency, then by size. What is unknown comes last. */
export function sortDeals(
  deals: readonly Deal[],
  { column, descending }: Sorting,
  locale: string,
): readonly Deal[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return deals
    .map((deal) => ({
      deal,
      value: valueOf(deal, column),
      group: column === 'amount' ? (deal.currency ?? '\uffff') : '',
    }))
    .toSorted((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined);
      return (
        collator.compare(a.group, b.group) ||
        sign * compare(a.value, b.value) ||
        collator.compare(a.deal.key, b.deal.key)
      );
    })
    .map(({ deal }) => deal);
}

function valueOf(deal: Deal, column: Column): string | number | undefined {
  switch (column) {
    case 'name':
      return deal.name ?? deal.account ?? undefined;
    case 'amount':
      return deal.amountMinor ?? undefined;
    case 'odds':
      return deal.crmProbability ?? undefined;
    case 'date':
      return shownDateOf(deal);
    case 'read':
      return deal.seenAt;
    case 'stage':
    case 'owner':
    case 'outcome':
      return deal[column] ?? undefined;
  }
}
