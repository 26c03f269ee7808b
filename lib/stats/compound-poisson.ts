interface Compound {
  /** Expected number of values. */
  readonly further: number;
  /** Each as likely as the other. */
  readonly sizes: Float64Array;
  readonly step: number;
  readonly points: number;
}

/**
 * Chance of each point of a grid to be the sum of a Poisson number of values, by Panjer's recursion (ASTIN Bulletin 12,
 * 1981). A value counts as the first point not below it; what lies beyond the grid is left out.
 *
 * @param further At most some hundreds: the chance of no value must not vanish.
 */
export function compoundPoisson({ further, sizes, step, points }: Compound): Float64Array {
  const mass = new Float64Array(points);
  const cells = new Map<number, number>();
  for (const size of sizes) {
    const cell = Math.ceil(size / step - 1e-9);
    cells.set(cell, (cells.get(cell) ?? 0) + 1 / sizes.length);
  }
  const nothing = cells.get(0) ?? 0;
  cells.delete(0);
  mass[0] = sizes.length === 0 ? 1 : Math.exp(-further * (1 - nothing));
  for (let at = 1; at < points; at += 1) {
    let sum = 0;
    for (const [cell, share] of cells) if (cell <= at) sum += cell * share * (mass[at - cell] ?? 0);
    mass[at] = (further / at) * sum;
  }
  return mass;
}
