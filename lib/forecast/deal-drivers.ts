import type { Book } from './book';
import { type Driver, drivers } from './drivers';
import type { Effect } from './learn-effects';
import type { Learned } from './span-forecast';
import { winChances } from './win-chances';

interface Asked {
  readonly now: Learned;
  readonly effects: readonly Effect[];
  /** Wins from `start` (inside) to `end` (outside) count. */
  readonly span: { readonly start: number; readonly end: number };
}

/**
 * The steps behind an open deal's chance to be won in a span. Their product is the chance that the forecast of the same
 * span gives. The base rate is the mean of all open deals, by stage and age alone.
 *
 * @returns For a row of the book its steps; none for a deal that is not open.
 */
export function dealDrivers(book: Book, { now, effects, span }: Asked): (deal: number) => readonly Driver[] {
  const { hazards, factors, entry, mostChance } = now.model;
  const { open } = winChances(hazards, { span: { from: now.model.until, ...span }, factors, entry });
  const { until } = now.open;
  const usual = Float64Array.from(now.open.state, (state) => Math.min(mostChance, open[state] ?? 0));
  const base = usual.length > 0 ? usual.reduce((sum, one) => sum + one, 0) / usual.length : 0;
  return (deal) => {
    const at = now.open.deals.indexOf(deal);
    if (at < 0) return [];
    return drivers({
      base,
      usual: usual[at] ?? 0,
      most: mostChance,
      stageFactor: until === book.asOf ? (book.stageFactor[deal] ?? 1) : 1,
      effects: effects.map((effect) => ({ effect, code: effect.covariate.classOf(deal, until) })),
    });
  };
}
