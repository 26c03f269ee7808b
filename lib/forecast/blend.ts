import type { BlendTuning } from './tuning';

/** What the model and the simpler views say of one span, and what it brought. */
export interface PastSpan {
  readonly views: readonly (number | undefined)[];
  readonly actual: number;
}

/**
 * The views of a span in one number: a weighted mean of logarithms. Weights start in favour of the model and move
 * towards what has been nearer on past spans of the same length, slowly.
 */
export function blend(
  views: readonly (number | undefined)[],
  past: readonly PastSpan[],
  tuning: BlendTuning,
): number {
  const { start, usualError, usualSpans, mostPower } = tuning;
  let sum = 0;
  let total = 0;
  views.forEach((view, at) => {
    if (view === undefined || !(view > 0)) return;
    let squares = 0;
    let count = 0;
    for (const { views: then, actual } of past) {
      const said = then[at];
      if (said === undefined || !(said > 0) || !(actual > 0)) continue;
      squares += Math.log(said / actual) ** 2;
      count += 1;
    }
    const relative = (usualSpans * usualError ** 2 + squares) / (usualSpans + count) / usualError ** 2;
    const weight = (start[at] ?? 0) * relative ** -Math.min(mostPower, count / 2);
    sum += weight * Math.log(view);
    total += weight;
  });
  return total > 0 ? Math.exp(sum / total) : 0;
}
