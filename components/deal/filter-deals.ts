import { closingDay } from '../../lib/deal/closing-day';
import type { Deal } from '../../lib/deal/deal';
import type { DealFilter } from './deal-filter';
import { unitOfDeal, valueDeal, type Valuation } from './value-deal';

/** The deals that a filter leaves, in the order given. Search looks at name, account, number, owner and stage. */
export function filterDeals(
  deals: readonly Deal[],
  filter: DealFilter,
  valuation: Valuation,
): readonly Deal[] {
  const words = (filter.search ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return deals.filter(
    (deal) =>
      deal.removedAt === undefined &&
      (filter.outcome === undefined || (deal.outcome ?? 'unknown') === filter.outcome) &&
      (filter.host === undefined || deal.host === filter.host) &&
      (filter.currency === undefined || unitOfDeal(deal) === filter.currency) &&
      isInside(dateOf(deal, valuation.today), filter) &&
      isCounted(deal, filter, valuation) &&
      words.every((word) => textOf(deal).includes(word)),
  );
}

/** The day that places a deal in a period: when it closed, or when it is expected to. */
export function dateOf(deal: Deal, today: string): string | undefined {
  const closed = deal.outcome === 'won' || deal.outcome === 'lost';
  return closed ? closingDay(deal, today)?.on : (deal.closeOn ?? undefined);
}

/** The day that a deal's row shows: the closing day of a closed one where it is known, else its close date. */
export function shownDateOf(deal: Deal): string | undefined {
  const closedOn = deal.outcome === 'open' ? undefined : deal.closedOn;
  return closedOn ?? deal.closeOn ?? undefined;
}

function isInside(date: string | undefined, { from, to }: DealFilter): boolean {
  if (from === undefined && to === undefined) return true;
  return date !== undefined && (from === undefined || date >= from) && (to === undefined || date < to);
}

function isCounted(deal: Deal, { counted }: DealFilter, valuation: Valuation): boolean {
  if (counted === undefined) return true;
  if (counted === 'no-date') return dateOf(deal, valuation.today) === undefined;
  if (counted === 'close-date') return closingDay(deal, valuation.today)?.from === 'closeOn';
  const { kind } = valueDeal(deal, valuation);
  const hasOdds = typeof deal.crmProbability === 'number';
  switch (counted) {
    case 'sum':
      return kind === 'sum';
    case 'weighted':
      return kind === 'sum' && hasOdds;
    case 'apart':
      return kind === 'apart';
    case 'no-amount':
      return kind === 'no-amount';
    case 'no-odds':
      return kind !== 'no-amount' && !hasOdds;
    case 'rounded':
      return kind === 'sum' && deal.amountExact === false;
  }
}

function textOf(deal: Deal): string {
  return [deal.name, deal.account, deal.number, deal.owner, deal.stage]
    .filter((text) => typeof text === 'string')
    .join(' ')
    .toLocaleLowerCase();
}
