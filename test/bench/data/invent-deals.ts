import { generate } from '../../demo/generate';
import type { Deal } from '../../demo/types';

/** A third of a large pipeline is open, as in the measurements that the budgets come from. */
const OPEN_SHARE = 0.35;
const BLOCK = 1000;
export const FIRST_ID = 100_001;

export interface InventOptions {
  readonly count: number;
  readonly seed: number;
  /** `YYYY-MM-DD`; everything happens before it. */
  readonly today: string;
}

/**
 * Invents deals of the sample CRM's kind, oldest first and numbered in that order, 35 % of them open. The same options
 * always give the same deals. In blocks, since the generator's own book grows with the square of its deals.
 */
export function inventDeals({ count, seed, today }: InventOptions): readonly Deal[] {
  const deals: Deal[] = [];
  for (let block = 0; deals.length < count; block += 1) {
    const born = generate({ seed: seed * 100_000 + block, today, deals: BLOCK }).deals;
    const open = born.filter(({ outcome }) => outcome === 'open');
    const closed = born.filter(({ outcome }) => outcome !== 'open');
    deals.push(...open, ...evenly(closed, Math.round((open.length * (1 - OPEN_SHARE)) / OPEN_SHARE)));
  }
  return evenly(deals, count)
    .toSorted((a, b) => compareText(a.createdAt, b.createdAt))
    .map((deal, index) => ({ ...deal, id: String(FIRST_ID + index) }));
}

/** So many of them, spread evenly over all; all of them where there are fewer. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return all.filter(
    (_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length),
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
