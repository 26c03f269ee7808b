import { lastBefore } from '../last-before';
import type { Steps } from './past';

/** Place of the step of a row that held as a day began; the first where none had begun by then. */
export function placeAt({ start, from }: Steps, row: number, asOf: number): number {
  const first = start[row] ?? 0;
  return Math.max(first, lastBefore(from, { from: first, end: start[row + 1] ?? first, until: asOf }));
}
