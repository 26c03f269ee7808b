/** Bounds of a share, both 0..1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a share. Wilson, J. Am. Stat. Assoc. 22 (1927); Newcombe, Stat. Med. 17 (1998), method 3.
 *
 * @param z Normal quantile of the wanted confidence: 1.96 for 95 %, 1.2816 for 80 %.
 * @returns 0..1 where there were no trials: nothing is known.
 * @example wilson(81, 263, 1.959964) // { low: 0.2553, high: 0.3662 }
 */
export function wilson(successes: number, trials: number, z: number): ShareInterval {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = (z * z) / trials;
  const middle = (share + square / 2) / (1 + square);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))) / (1 + square);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
