import type { Model } from './fit-model';
import type { Values } from './fit-values';
import type { OpenDeals } from './open-deals';
import { winChances } from './win-chances';

/** What was learned as of one day, and the deals that were open then. */
export interface Learned {
  readonly model: Model;
  readonly values: Values;
  readonly open: OpenDeals;
  /** Factor on the hazard to win of each open deal, beside its stage and age. */
  readonly factors: Float64Array;
}

/** What the deals open on a day, and those created after it, are expected to bring inside a span. */
export interface SpanForecast {
  /** Rows of the book. */
  readonly deals: Int32Array;
  readonly chances: Float64Array;
  readonly values: Float64Array;
  readonly openMean: number;
  /** Wins expected from deals not yet created. */
  readonly newWins: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanForecast({ model, values, open, factors }: Learned, span: Span): SpanForecast {
  const { until, hazards, entry } = model;
  const table = winChances(hazards, {
    span: { from: until, ...span },
    factors: model.factors,
    entry,
    multiplier: 1,
  });
  const count = open.deals.length;
  const chances = new Float64Array(count);
  const worth = new Float64Array(count);
  let openMean = 0;
  for (let at = 0; at < count; at += 1) {
    const usual = table.open[open.state[at] ?? 0] ?? 0;
    const factor = factors[at] ?? 1;
    const chance = factor === 1 ? usual : 1 - (1 - usual) ** factor;
    const amount = open.amount[at] ?? NaN;
    const value = Number.isNaN(amount) ? values.mean : amount * values.ratio;
    chances[at] = chance;
    worth[at] = value;
    openMean += chance * value;
  }
  let newWins = 0;
  for (let day = 0; day < table.created.length; day += 1)
    newWins += (model.creation[day] ?? 0) * (table.created[day] ?? 0);
  return { deals: open.deals, chances, values: worth, openMean, newWins };
}
