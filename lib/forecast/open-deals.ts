import { OLDEST } from './age-bins';
import { type Book, NEVER } from './book';
import { lastBefore } from './last-before';

/** Deals that are open at the start of a day, in columns of their own. */
export interface OpenDeals {
  readonly until: number;
  /** Rows of the book. */
  readonly deals: Int32Array;
  /** Stage and days in it: the place in {@link Chances}. */
  readonly state: Int32Array;
  /** 1 where nobody knows when a deal was created. */
  readonly isFirstSight: Uint8Array;
  /** NaN where nothing is known of it. */
  readonly amount: Float64Array;
}

/**
 * Looks at every deal once, so that each span asked about from that day need not.
 *
 * @param from The day from which on chances are asked for, by what is known at the start of `until`.
 */
export function openDeals(book: Book, until: number, from = until): OpenDeals {
  const { created, closed, stayStart, stayFrom, stayStage } = book;
  const rows = created.length;
  const deals = new Int32Array(rows);
  const state = new Int32Array(rows);
  let count = 0;
  for (let deal = 0; deal < rows; deal += 1) {
    if ((created[deal] ?? NEVER) >= until || (closed[deal] ?? NEVER) < until) continue;
    const first = stayStart[deal] ?? 0;
    const at = Math.max(first, lastBefore(stayFrom, { from: first, end: stayStart[deal + 1] ?? 0, until }));
    const age = Math.min(OLDEST, Math.max(1, from - (stayFrom[at] ?? 0)));
    deals[count] = deal;
    state[count] = (stayStage[at] ?? 0) * (OLDEST + 1) + age;
    count += 1;
  }
  const open = deals.slice(0, count);
  return {
    until,
    deals: open,
    state: state.slice(0, count),
    isFirstSight: Uint8Array.from(open, (deal) => book.isFirstSight[deal] ?? 0),
    amount: Float64Array.from(open, (deal) => book.amount[deal] ?? NaN),
  };
}
