/**
 * Chance of each number of successes of independent trials with chances of their own: element k is the chance of k.
 * By convolution, trial after trial; Hong, Comput. Stat. Data Anal. 59 (2013), 2.5.
 *
 * @returns [1] where there are no trials.
 * @example poissonBinomial([0.5, 0.5]) // [0.25, 0.5, 0.25]
 */
export function poissonBinomial(chances: ArrayLike<number>): Float64Array {
  const mass = new Float64Array(chances.length + 1);
  mass[0] = 1;
  for (let trial = 0; trial < chances.length; trial += 1) {
    const chance = chances[trial] ?? 0;
    for (let k = trial + 1; k > 0; k -= 1)
      mass[k] = (mass[k] ?? 0) * (1 - chance) + (mass[k - 1] ?? 0) * chance;
    mass[0] = (mass[0] ?? 0) * (1 - chance);
  }
  return mass;
}
