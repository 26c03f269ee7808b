import { type Book, WON } from '../book';
import { closingDays } from '../closing-days';

/** Won value by day, to be asked for any span. */
export interface WonDays {
  /** The first day since which wins are recorded (see `closingDays`); `asOf` of the book where nothing was won. */
  readonly firstWin: number;
  /** Won on days `from` (inside) to `to` (outside). */
  readonly between: (from: number, to: number) => number;
}

/** Adds up what a book's deals brought, day by day, once. */
export function wonDays({
  closed,
  outcome,
  value,
  asOf,
}: Pick<Book, 'closed' | 'outcome' | 'value' | 'asOf'>): WonDays {
  const days = closingDays();
  let first = asOf;
  closed.forEach((day, deal) => {
    if (outcome[deal] !== WON) return;
    days.add(day, true);
    first = Math.min(first, day);
  });
  const firstWin = days.recordedFrom(asOf) ?? asOf;
  const sums = new Float64Array(asOf - first + 1);
  closed.forEach((day, deal) => {
    if (outcome[deal] !== WON || day >= asOf) return;
    sums[day - first + 1] = (sums[day - first + 1] ?? 0) + (value[deal] ?? 0);
  });
  for (let day = 1; day < sums.length; day += 1) sums[day] = (sums[day] ?? 0) + (sums[day - 1] ?? 0);
  const upTo = (day: number): number => sums[Math.min(Math.max(0, day - first), sums.length - 1)] ?? 0;
  return { firstWin, between: (from, to) => (to > from ? upTo(to) - upTo(from) : 0) };
}
