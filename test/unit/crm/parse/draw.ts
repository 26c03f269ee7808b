/** Draws that a seed decides: the same seed draws the same. */
export interface Draw {
  /** From 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** True in `share` of the cases. */
  readonly chance: (share: number) => boolean;
}

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    // Lists are never empty here, and may hold `undefined`.
    one: <T>(list: readonly T[]) => list[below(list.length)] as T,
    chance: (share) => next() < share,
  };
}
