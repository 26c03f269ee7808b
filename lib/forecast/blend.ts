/** What the model and the simpler views say of one span, and what it brought. */
export interface PastSpan {
  readonly views: readonly (number | undefined)[];
  readonly actual: number;
}

/** Start of the weights: the model, the 28-day rate, the 91-day rate, the same span a quarter earlier. */
const START = [0.9, 0.03, 0.06, 0.01] as const;
/** Error that a view is supposed to have before anything is known of it, in the logarithm, and how many spans that weighs. */
const USUAL_ERROR = 0.15;
const USUAL_SPANS = 4;
/** Spans overlap and are few: together they move weights no more than this power of the ratio of errors. */
const MOST_POWER = 2;

/**
 * The views of a span in one number: a weighted mean of logarithms. Weights start in favour of the model and move
 * towards what has been nearer on past spans of the same length, slowly.
 */
export function blend(views: readonly (number | undefined)[], past: readonly PastSpan[]): number {
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
    const relative = (USUAL_SPANS * USUAL_ERROR ** 2 + squares) / (USUAL_SPANS + count) / USUAL_ERROR ** 2;
    const weight = (START[at] ?? 0) * relative ** -Math.min(MOST_POWER, count / 2);
    sum += weight * Math.log(view);
    total += weight;
  });
  return total > 0 ? Math.exp(sum / total) : 0;
}
