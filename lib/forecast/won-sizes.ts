import { type Book, NEVER, WON } from './book';
import type { Values } from './fit-values';

/** Values that stand for all. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const SIZES = 48;
/** Wins of the past that are looked at. Cost 0.00 / 0.00 / 0.00. */
const RECENT = 400;
/** With fewer wins the amounts of all deals stand in. Cost 0.00 / 0.00 / 0.00. */
const FEW = 10;

/**
 * What a win brings, as a few values of which each is as likely as the other: equally spaced quantiles of the latest
 * wins, scaled to their mean. While there are few wins, the amounts of all deals stand in.
 */
export function wonSizes(book: Book, until: number, { mean }: Values): Float64Array {
  const won: { readonly day: number; readonly value: number }[] = [];
  const amounts: number[] = [];
  for (let deal = 0; deal < book.created.length; deal += 1) {
    const closed = book.closed[deal] ?? NEVER;
    const amount = book.amount[deal] ?? NaN;
    if ((book.value[deal] ?? 0) < 0) continue;
    if (book.outcome[deal] === WON && closed < until) won.push({ day: closed, value: book.value[deal] ?? 0 });
    else if (!Number.isNaN(amount)) amounts.push(amount);
  }
  won.sort((a, b) => b.day - a.day || b.value - a.value);
  const pool = won.slice(0, RECENT).map(({ value }) => value);
  if (pool.length < FEW) pool.push(...amounts.slice(0, RECENT));
  if (pool.length === 0) return Float64Array.of(mean);
  pool.sort((a, b) => a - b);
  const count = Math.min(SIZES, pool.length);
  const sizes = Float64Array.from({ length: count }, (_, at) => {
    // The mean of each slice keeps the tail that a quantile in its middle would lose.
    const from = Math.floor((at * pool.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * pool.length) / count));
    return pool.slice(from, to).reduce((sum, one) => sum + one, 0) / (to - from);
  });
  const own = sizes.reduce((sum, one) => sum + one, 0) / count;
  return own > 0 ? sizes.map((one) => (one * mean) / own) : Float64Array.of(mean);
}
