import type { PaceTuning } from './tuning';

/** What is expected of a span in two ways. */
export interface Views {
  /** From the pipeline: open deals, and those to come. */
  readonly model: number;
  /** From how many wins came in the past alone, and what they brought. */
  readonly pace: number;
  /** Wins that the pace was learned from, older ones weighing less. */
  readonly wins: number;
}

/** What was expected of a past span, and what it brought. */
export interface PastViews {
  readonly views: Views;
  readonly actual: number;
}

/** Rounds in which weight and error are learned from each other. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const ROUNDS = 3;

/**
 * How far the model is to be corrected, as a logarithm: a bias, and a share of the distance to the pace. Both are
 * learned from past spans by a regression of actual / model on pace / model, drawn to no bias and to the usual share
 * (ridge regression, as in Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 3.4.1), which is smaller
 * while wins are few.
 *
 * @returns 0 where the model expects nothing.
 */
export function correction(views: Views, past: readonly PastViews[], tuning: PaceTuning): number {
  const { usualShare, fewWins, shareSpread, biasSpread, usualError, usualSpans, overlap } = tuning;
  if (!(views.model > 0)) return 0;
  const usual = (usualShare * views.wins) / (views.wins + fewWins);
  const seen = past
    .filter(({ views: then, actual }) => then.model > 0 && actual > 0)
    .map(({ views: then, actual }) => ({
      x: distance(then, tuning),
      y: Math.log(actual / then.model),
    }));
  let [bias, share] = [0, usual];
  for (let round = 0; round < ROUNDS; round += 1) {
    let squares = 0;
    for (const { x, y } of seen) squares += (y - bias - share * x) ** 2;
    const worth = seen.length / overlap;
    const variance = (usualSpans * usualError ** 2 + squares / overlap) / (usualSpans + worth);
    let [ones, ofX, ofXX] = [1 / biasSpread ** 2, 0, 1 / shareSpread ** 2];
    let [toBias, toShare] = [0, usual / shareSpread ** 2];
    for (const { x, y } of seen) {
      const weight = 1 / (variance * overlap);
      ones += weight;
      ofX += weight * x;
      ofXX += weight * x * x;
      toBias += weight * y;
      toShare += weight * x * y;
    }
    const determinant = ones * ofXX - ofX * ofX;
    bias = (ofXX * toBias - ofX * toShare) / determinant;
    share = (ones * toShare - ofX * toBias) / determinant;
  }
  return bias + share * distance(views, tuning);
}

/** Of the pace from the model, in the logarithm; beyond a bound it says no more than that. */
function distance({ model, pace }: Views, { mostDistance }: PaceTuning): number {
  return pace > 0 ? Math.max(-mostDistance, Math.min(mostDistance, Math.log(pace / model))) : 0;
}
