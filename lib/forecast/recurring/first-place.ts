/** The first place in a sorted list of which what is there does not come before; the list's length where all do. */
export function firstPlace<One>(sorted: readonly One[], isBefore: (one: One) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
