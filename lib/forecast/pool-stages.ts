import { type Book, OPEN } from './book';
import { mergeRareStages } from './merge-rare-stages';

/**
 * Added to configured chances before they are compared: a wish of 5 % against 50 % is not ten times the chance. Cost 0.00 /
 * 0.00 / 0.00 (see `Tuning`), as no set has several stages without a history; generated companies without one are 33.7 /
 * 33.6 / 33.5 % off with 0.05 / 0.1 / 0.2.
 */
const EVEN = 0.1;

/**
 * Deals without any history: of the closed ones nobody knows the stages they went through, so nothing can be learned
 * stage by stage; wins would seem to come from nowhere. Then all share one stage, by the days since their creation, and
 * open ones differ by what their stage's configured chance says, by its square root: it is no measurement.
 * Where some history is known, or there is one stage, stages stay as they are, but for rare ones among very many: see
 * {@link mergeRareStages}.
 *
 * @param hasPath Whether any move of any deal is known.
 */
export function poolStages(book: Book, hasPath: boolean): Book {
  const { outcome, stayStage, stageProbability } = book;
  const rows = outcome.length;
  if (hasPath || new Set(stayStage).size < 2 || outcome.every((one) => one === OPEN))
    return mergeRareStages(book);
  const weights = Float64Array.from({ length: rows }, (_, deal) =>
    outcome[deal] === OPEN
      ? Math.sqrt((stageProbability[stayStage[book.stayStart[deal] ?? 0] ?? 0] ?? NaN) + EVEN)
      : NaN,
  );
  let [sum, known] = [0, 0];
  for (const weight of weights) {
    if (Number.isNaN(weight)) continue;
    sum += weight;
    known += 1;
  }
  return {
    ...book,
    stages: ['any'],
    stageProbability: Float64Array.of(NaN),
    stayStart: Int32Array.from({ length: rows + 1 }, (_, deal) => deal),
    stayStage: new Int32Array(rows),
    stayFrom: book.created,
    stageFactor: weights.map((weight) => (Number.isNaN(weight) ? 1 : weight / (sum / known))),
  };
}
