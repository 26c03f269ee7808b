import { type Book, WON } from './book';

/** Value won on days `from` (inside) to `to` (outside), however long ago: what is learned from does not reach as far. */
export function wonInside(
  { closed, outcome, value }: Pick<Book, 'closed' | 'outcome' | 'value'>,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let deal = 0; deal < closed.length; deal += 1) {
    const day = closed[deal] ?? 0;
    if (outcome[deal] === WON && day >= from && day < to) sum += value[deal] ?? 0;
  }
  return sum;
}
