import type { Deal } from '../../lib/deal/deal';

/** The day that a deal's row shows: the closing day of a closed one where it is known, else its close date. */
export function shownDateOf(deal: Deal): string | undefined {
  const closedOn = deal.outcome === 'open' ? undefined : deal.closedOn;
  return closedOn ?? deal.closeOn ?? undefined;
}
