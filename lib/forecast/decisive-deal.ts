interface Parts {
  readonly chances: Float64Array;
  readonly values: Float64Array;
}

/** A deal whose share of the variance is above this leaves the rest to noise. No part in the numbers: it chooses a sentence. */
const DECISIVE = 0.5;
/** Chances between which a deal may go either way. No part in the numbers either. */
const UNCERTAIN = [0.1, 0.9] as const;

/**
 * The row of the one open deal that decides what is to come: uncertain itself, and more of the variance than everything
 * else together. A median between its two outcomes would be a number that cannot happen.
 *
 * @param others Variance of all that is not an open deal.
 * @returns Index into `chances`; `undefined` where no deal decides.
 */
export function decisiveDeal({ chances, values }: Parts, others: number): number | undefined {
  let total = others;
  let most = 0;
  let which: number | undefined;
  for (let at = 0; at < chances.length; at += 1) {
    const chance = chances[at] ?? 0;
    const variance = chance * (1 - chance) * (values[at] ?? 0) ** 2;
    total += variance;
    if (variance <= most) continue;
    most = variance;
    which = chance > UNCERTAIN[0] && chance < UNCERTAIN[1] ? at : undefined;
  }
  return most > DECISIVE * total ? which : undefined;
}
