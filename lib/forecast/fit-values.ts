import { type Book, NEVER, WON } from './book';
import type { Tuning } from './tuning';

/** What won deals have brought, as of one day. */
export interface Values {
  /** Won deals, older ones weighing less. */
  readonly weight: number;
  /** Mean value of a won deal; the mean known amount of all deals while none is won, 0 where nothing is known. */
  readonly mean: number;
  /** Mean of the squared value of a won deal. */
  readonly square: number;
  /** Won value for each unit of the amount that was known, drawn to 1. */
  readonly ratio: number;
}

/** Learns what a win is worth from the wins before day `until`. */
export function fitValues(book: Book, until: number, { halfLife, ratioPrior }: Tuning): Values {
  let weight = 0;
  let value = 0;
  let square = 0;
  let paired = 0;
  let pairedValue = 0;
  let pairedAmount = 0;
  let known = 0;
  let amounts = 0;
  for (let deal = 0; deal < book.ids.length; deal += 1) {
    const amount = book.amount[deal] ?? NaN;
    if ((book.created[deal] ?? 0) < until && !Number.isNaN(amount)) {
      known += 1;
      amounts += amount;
    }
    const closed = book.closed[deal] ?? NEVER;
    if (book.outcome[deal] !== WON || closed >= until) continue;
    const one = 2 ** (-(until - 1 - closed) / halfLife);
    weight += one;
    value += one * (book.value[deal] ?? 0);
    square += one * (book.value[deal] ?? 0) ** 2;
    if (Number.isNaN(amount) || amount === 0) continue;
    paired += one;
    pairedValue += one * (book.value[deal] ?? 0);
    pairedAmount += one * amount;
  }
  const usual = known > 0 ? amounts / known : 0;
  const prior = paired > 0 ? (ratioPrior * pairedAmount) / paired : 0;
  return {
    weight,
    // One amount's worth of the open deals keeps a single win from setting the value of all.
    mean: (value + usual) / (weight + 1),
    square: (square + usual ** 2) / (weight + 1),
    ratio: pairedAmount > 0 ? (pairedValue + prior) / (pairedAmount + prior) : 1,
  };
}
