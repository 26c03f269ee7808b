import { compareRanks } from './compare-ranks';
import type { RankedSlot } from './largest-slots';

/**
 * The first `most` of the largest. Of equal ones the smaller key comes first: the list never flickers.
 *
 * @param ranked The result of `largestSlots`.
 * @param keyOf The key of a slot's row; asked only of slots that are as large as another.
 */
export function topSlots(
  ranked: readonly RankedSlot[],
  keyOf: (slot: number) => string,
  most: number,
): readonly number[] {
  return ranked
    .toSorted((a, b) => compareRanks(a, b) || (keyOf(a.slot) < keyOf(b.slot) ? -1 : 1))
    .slice(0, most)
    .map(({ slot }) => slot);
}
