import type { Deal } from '../../../lib/deal/deal';
import type { Convert } from '../../../lib/pipeline/converter';

/**
 * The deals with the largest amounts, at most `most`: first those that can be put into the reporting currency, by
 * that amount; then those that stand apart, by their own number, since different units cannot be compared. Deals
 * without an amount are not among them. Of equal amounts the smaller key comes first: the list never flickers.
 */
export function topDeals(
  deals: Iterable<Deal>,
  convert: Convert,
  { on, most }: { on: string; most: number },
): Deal[] {
  let top: Ranked[] = [];
  for (const deal of deals) {
    const { amountMinor, currency } = deal;
    if (amountMinor === undefined || amountMinor === null) continue;
    const converted =
      currency === undefined || currency === null ? undefined : convert(amountMinor, currency, on);
    const ranked = { deal, isApart: converted === undefined, minor: converted ?? amountMinor };
    const last = top.at(-1);
    if (top.length === most && last !== undefined && compareRanked(last, ranked) < 0) continue;
    top = [...top, ranked].toSorted(compareRanked).slice(0, most);
  }
  return top.map(({ deal }) => deal);
}

interface Ranked {
  readonly deal: Deal;
  readonly isApart: boolean;
  readonly minor: number;
}

function compareRanked(a: Ranked, b: Ranked): number {
  if (a.isApart !== b.isApart) return a.isApart ? 1 : -1;
  return b.minor - a.minor || (a.deal.key < b.deal.key ? -1 : 1);
}
