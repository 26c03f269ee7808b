import { countsOf } from './counts-of';
import type { Scored } from './measures-of';
import type { Counts } from './metrics';

/** Sums of what passes say of each share. */
export function sumsOf(part: readonly Scored[]): Counts {
  return countsOf(part.map(({ scores }) => scores));
}
