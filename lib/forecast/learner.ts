import type { Book } from './book';
import { covariatesOf } from './covariates-of';
import type { Exposure } from './exposure';
import { fitModel } from './fit-model';
import { fitValues } from './fit-values';
import { type Effect, learnEffects, type PastChances } from './learn-effects';
import { groupDeals } from './group-deals';
import { hazardFactors } from './hazard-factors';
import { onBegunDay } from './on-begun-day';
import { type OpenDeals, openDeals } from './open-deals';
import { type Learned, spanForecast } from './span-forecast';
import type { Tuning } from './tuning';
import { weekly } from './weekly';

/**
 * What was learned as of past days, kept by its caller for one scope while nothing of the past changes: neither a
 * deal's history nor the list of stages. Rows of a book are not in it, so deals may come and close.
 */
export type LearnedCache = Map<number, Pick<Learned, 'model' | 'values'>>;

type Plain = Omit<Learned, 'factors' | 'groups'>;

export interface Learner {
  /** What traits do beside stage and age. */
  readonly effects: readonly Effect[];
  /** What was known at the start of day `until`, able to speak of days before `horizon`. */
  readonly learnedAt: (until: number, horizon: number) => Learned;
  /**
   * Of the last day of the book, which goes on: learned from the days before, that are over, for the deals as they stand
   * now; chances begin with the share of the day, 0..1, that is still to come.
   */
  readonly learnedToday: (horizon: number, rest: number) => Learned;
}

interface LearnerOptions {
  readonly exposure: Exposure;
  readonly tuning: Tuning;
  readonly cache: LearnedCache;
}

/** Days beyond what was asked for that a fit covers, so that it serves tomorrow as well. No part in the numbers. */
const AHEAD = 31;

/** Learns as of any day, each day once. Traits are learned first, from forecasts of past weeks by stage and age alone. */
export function learner(book: Book, { exposure, tuning, cache }: LearnerOptions): Learner {
  const opens = new Map<number, OpenDeals>();
  const plainAt = (until: number, horizon: number): Plain => {
    const open = opens.get(until) ?? openDeals(book, until);
    opens.set(until, open);
    const known = cache.get(until);
    if (known !== undefined && known.model.horizon >= horizon) return { ...known, open };
    const isPast = until < book.asOf;
    const fresh = {
      model: fitModel(book, exposure, { until, horizon: isPast ? horizon + AHEAD : horizon, tuning }),
      values: fitValues(exposure, until, tuning),
    };
    if (isPast) cache.set(until, fresh);
    return { ...fresh, open };
  };
  const past = pastChances(book, { exposure, tuning, plainAt });
  const effects = learnEffects(book, { covariates: covariatesOf(book), past }, tuning.effects);
  const known = new Map<number, Pick<Learned, 'factors' | 'groups'>>();
  const learnedAt = (until: number, horizon: number): Learned => {
    const plain = plainAt(until, horizon);
    let own = known.get(until);
    if (own === undefined) {
      const factors = hazardFactors(book, plain.open, effects);
      known.set(until, (own = { factors, groups: groupDeals(plain.open, factors) }));
    }
    return { ...plain, ...own };
  };
  const learnedToday = (horizon: number, rest: number): Learned => {
    const { model, values } = plainAt(book.asOf - 1, horizon);
    const open = openDeals(book, book.asOf, book.asOf - 1);
    const factors = hazardFactors(book, open, effects);
    return { model: onBegunDay(model, rest), values, open, factors, groups: groupDeals(open, factors) };
  };
  return { effects, learnedAt, learnedToday };
}

interface Origins {
  readonly exposure: Exposure;
  readonly tuning: Tuning;
  readonly plainAt: (until: number, horizon: number) => Plain;
}

/** Forecasts of some weeks each that could have been made of the deals open then, one after the other. */
function pastChances(book: Book, { exposure, tuning, plainAt }: Origins): readonly PastChances[] {
  const { days, origins } = tuning.effects;
  const past: PastChances[] = [];
  for (let nth = 1; nth <= origins; nth += 1) {
    const until = weekly(book.asOf - nth * days);
    if (until < exposure.winsFrom + days) break;
    const plain = plainAt(until, until + days);
    const factors = new Float64Array(plain.open.deals.length).fill(1);
    const usual = { ...plain, factors, groups: groupDeals(plain.open, factors) };
    const { deals, chances } = spanForecast(usual, { start: until, end: until + days });
    past.push({ until, end: until + days, deals, chances });
  }
  return past;
}
