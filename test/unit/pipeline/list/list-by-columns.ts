import type { Deal } from '../../../../lib/deal/deal';
import type { CurrencyRate } from '../../../../lib/deal/settings';
import { chunkSize } from '../../../../lib/pipeline/columns/columns';
import { converter } from '../../../../lib/pipeline/converter';
import type { DealList, ListTexts, ListWish } from '../../../../lib/pipeline/list/deal-list';
import { dealListOf } from '../../../../lib/pipeline/list/deal-list-of';
import { columnsOf } from '../columns-of';

/** The list of deals by way of their columns, and its deals: what the store does, without the store. */
export function listByColumns(
  deals: readonly Deal[],
  wish: Omit<ListWish, 'valuation'> & {
    readonly currency: string | undefined;
    readonly today: string;
    readonly rates?: readonly CurrencyRate[];
  },
): DealList & { readonly deals: readonly Deal[] } {
  const { currency, today, rates = [], ...rest } = wish;
  const valuation = { currency, today, convert: converter(rates, currency ?? '') };
  const { segment } = rest.filter;
  const inSegment = new Set(
    deals.flatMap((deal, slot) => (segment && deal[segment.field] === segment.value ? [slot] : [])),
  );
  const source = { columns: columnsOf(deals), texts: textsOf(deals), inSegment };
  const steps = dealListOf(source, { ...rest, valuation });
  for (;;) {
    const step = steps.next();
    if (step.done)
      return { ...step.value, deals: [...step.value.slots].flatMap((slot) => deals[slot] ?? []) };
  }
}

function textsOf(deals: readonly Deal[]): ListTexts {
  const lines = (read: (deal: Deal) => string | null | undefined) =>
    Array.from({ length: Math.ceil(deals.length / chunkSize) }, (_, n) =>
      deals.slice(n * chunkSize, (n + 1) * chunkSize).map((deal) => read(deal) ?? ''),
    );
  return {
    names: lines(({ name }) => name),
    accounts: lines(({ account }) => account),
    numbers: lines(({ number }) => number),
  };
}
