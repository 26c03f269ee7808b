import type { Book } from './book';
import { codes } from './codes';
import { lists } from './lists';

/**
 * Stages that are told apart: the time of a forecast grows with them. Cost 0.00 / 0.00 / 0.00 (see `Tuning`), as the sets
 * have six at most. Generated companies with 100 stages, in 64 months with configured chances: WAPE 26.5 / 26.3 / 26.4 % with 80 / 40 /
 * 20 told apart; in 18 months without: 16.1 / 17.1 / 17.3 %.
 */
const MOST = 80;
/** Configured chances of the others count by tenths. Not measured: no set has so many stages. */
const STEPS = 10;

/**
 * Of more than eighty stages (several pipelines, or a field in which everybody writes what he likes) the eighty that deals
 * came into most often are told apart. What is left has seen a small share of the deals; stages of one tenth of configured
 * chance share one, those without a chance another, and a deal that goes from one to another of these has stayed. Which
 * stages are rare is counted in the deals at hand. Eighty stages or fewer stay as they are.
 */
export function mergeRareStages(book: Book): Book {
  const { stages, stageProbability, stayStart, stayStage, stayFrom } = book;
  if (stages.length <= MOST) return book;
  const visits = new Int32Array(stages.length);
  for (const stage of stayStage) visits[stage] = (visits[stage] ?? 0) + 1;
  const often = stages.map((_, stage) => stage);
  often.sort((a, b) => (visits[b] ?? 0) - (visits[a] ?? 0) || a - b);
  const kept = new Set(often.slice(0, MOST));
  const names = codes();
  const chances: number[] = [];
  const places = stages.map((name, stage) => {
    const own = stageProbability[stage] ?? NaN;
    const chance = kept.has(stage) ? own : Math.round(own * STEPS) / STEPS;
    // Written so that no name of a stage is that of a shared one.
    const place = names.of(kept.has(stage) ? `one ${name}` : `rare ${chance}`);
    chances[place] = chance;
    return place;
  });
  const stays = lists(2);
  const rows = stayStart.length - 1;
  for (let deal = 0; deal < rows; deal += 1) {
    let last = -1;
    for (let at = stayStart[deal] ?? 0; at < (stayStart[deal + 1] ?? 0); at += 1) {
      const place = places[stayStage[at] ?? 0] ?? 0;
      if (place !== last) stays.put(place, stayFrom[at] ?? 0);
      last = place;
    }
    stays.close();
  }
  const [start, stage = [], from = []] = stays.inOrder(Array.from({ length: rows }, (_, deal) => deal));
  return {
    ...book,
    stages: names.names(),
    stageProbability: Float64Array.from(chances),
    stayStart: start,
    stayStage: Int32Array.from(stage),
    stayFrom: Int32Array.from(from),
  };
}
