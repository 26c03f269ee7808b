import { OLDEST } from './age-bins';
import { type Book, NEVER } from './book';
import type { Model } from './fit-model';
import type { Values } from './fit-values';
import { winChances } from './win-chances';

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

export function spanForecast(
  book: Book,
  { model, values, span }: { model: Model; values: Values; span: Span },
): SpanForecast {
  const { until, hazards, factors, entry } = model;
  const chances = winChances(hazards, { span: { from: until, ...span }, factors, entry, multiplier: 1 });
  const ages = OLDEST + 1;
  const open: number[] = [];
  const chance: number[] = [];
  const value: number[] = [];
  let openMean = 0;
  for (let deal = 0; deal < book.ids.length; deal += 1) {
    if ((book.created[deal] ?? NEVER) >= until || (book.closed[deal] ?? NEVER) < until) continue;
    let at = (book.stayStart[deal + 1] ?? 0) - 1;
    while (at > (book.stayStart[deal] ?? 0) && (book.stayFrom[at] ?? 0) >= until) at -= 1;
    const age = Math.min(OLDEST, Math.max(1, until - (book.stayFrom[at] ?? 0)));
    const usual = chances.open[(book.stayStage[at] ?? 0) * ages + age] ?? 0;
    const factor = until === book.asOf ? (book.stageFactor[deal] ?? 1) : 1;
    const p = factor === 1 ? usual : 1 - (1 - usual) ** factor;
    const amount = book.amount[deal] ?? NaN;
    const v = Number.isNaN(amount) ? values.mean : amount * values.ratio;
    open.push(deal);
    chance.push(p);
    value.push(v);
    openMean += p * v;
  }
  let newWins = 0;
  for (let day = 0; day < chances.created.length; day += 1)
    newWins += (model.creation[day] ?? 0) * (chances.created[day] ?? 0);
  return {
    deals: Int32Array.from(open),
    chances: Float64Array.from(chance),
    values: Float64Array.from(value),
    openMean,
    newWins,
  };
}
