/**
 * The middle value; the mean of the two middle ones of an even number.
 * @throws RangeError without any value.
 * @example median([3, 1, 2]) // 2
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values to take a median of');
  return (upper + lower) / 2;
}

/**
 * How many times as large the values are as those measured beside them: the median of the ratios, pair by pair. What
 * slows the whole machine for a while slows both sides of a pair, and falls out.
 * @throws RangeError where they are no pairs.
 * @example pairedRatio([2, 20, 4], [1, 10, 4]) // 2
 */
export function pairedRatio(values: readonly number[], baseline: readonly number[]): number {
  if (values.length !== baseline.length) throw new RangeError('values without a partner');
  return median(values.map((value, at) => value / (baseline[at] ?? Number.NaN)));
}

/**
 * Measures all sides in turns, `rounds` times, every round beginning with another side, so that none always comes after
 * the same one. @returns By side, its values in the order of the rounds.
 */
export async function inTurns<Side extends string>(
  sides: Readonly<Record<Side, (round: number) => Promise<number>>>,
  rounds: number,
): Promise<Readonly<Record<Side, readonly number[]>>> {
  // Object.keys forgets the type of the keys.
  const names = Object.keys(sides) as Side[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)])
      measured[name].push(await sides[name](round));
  }
  return measured;
}
