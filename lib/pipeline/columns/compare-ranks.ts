import type { RankedSlot } from './largest-slots';

/** The order of the largest: those in the reporting currency first, by size; different units cannot be compared. */
export function compareRanks(a: RankedSlot, b: RankedSlot): number {
  if (a.isApart !== b.isApart) return a.isApart ? 1 : -1;
  return b.minor - a.minor;
}
