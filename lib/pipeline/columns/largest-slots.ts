import { compareRanks } from './compare-ranks';

/** An open deal's place among the largest, but for its key. */
export interface RankedSlot {
  readonly slot: number;
  /** True where the amount cannot be put into the reporting currency. */
  readonly isApart: boolean;
  /** In the reporting currency; its own number where it stands apart. */
  readonly minor: number;
}

/** A list of the largest in the making. */
export interface LargestSlots {
  readonly add: (ranked: RankedSlot) => void;
  /** The largest first, and with the last of them all that are as large: their keys decide which stay. */
  readonly result: () => readonly RankedSlot[];
}

/** Keeps the `most` largest of many, without keeping the many. */
export function largestSlots(most: number): LargestSlots {
  let kept: RankedSlot[] = [];
  let room = 64;
  let last: RankedSlot | undefined;
  const isKept = (one: RankedSlot) => last === undefined || compareRanks(one, last) <= 0;
  const prune = () => {
    kept.sort(compareRanks);
    last = kept[most - 1];
    kept = kept.filter(isKept);
    room = Math.max(64, 2 * kept.length);
  };
  return {
    add: (ranked) => {
      if (isKept(ranked) && kept.push(ranked) > room) prune();
    },
    result: () => {
      prune();
      return kept;
    },
  };
}
