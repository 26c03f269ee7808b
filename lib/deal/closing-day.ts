import type { Deal } from './deal';

/** The day on which a closed deal closed, and whether a field says so or its close date stands in for it. */
export interface ClosingDay {
  readonly on: string;
  readonly from: 'closedOn' | 'closeOn';
}

/**
 * When a won or lost deal closed. Where no view has shown a closing day of its own, its close date is that day, as CRMs
 * set it on closing; a close date still ahead of `today`, or a closing day shown empty, tells nothing.
 *
 * @param today `YYYY-MM-DD` @returns `undefined` for a deal that is not closed, or whose closing day is not known.
 * @example closingDay({ outcome: 'won', closeOn: '2026-05-04' }, '2026-06-01') // { on: '2026-05-04', from: 'closeOn' }
 */
export function closingDay(
  deal: Pick<Deal, 'outcome' | 'closedOn' | 'closeOn'>,
  today: string,
): ClosingDay | undefined {
  if (deal.outcome !== 'won' && deal.outcome !== 'lost') return undefined;
  if (typeof deal.closedOn === 'string') return { on: deal.closedOn, from: 'closedOn' };
  if (deal.closedOn === null || typeof deal.closeOn !== 'string' || deal.closeOn > today) return undefined;
  return { on: deal.closeOn, from: 'closeOn' };
}
