import { type Book, NEVER, WON } from './book';
import type { Covariate } from './covariates-of';
import type { EffectTuning } from './tuning';

/** What a trait does to the chance to win: a factor on it for each class. */
export interface Effect {
  readonly covariate: Covariate;
  readonly factors: Float64Array;
}

/** A forecast that could have been made of the deals open on a past day. */
export interface PastChances {
  readonly until: number;
  readonly end: number;
  /** Rows of the book, and the chance of each to be won from `until` to `end`. */
  readonly deals: Int32Array;
  readonly chances: Float64Array;
}

/**
 * How traits multiply the chance to win, learned from past forecasts by stage and age alone: wins against those expected,
 * class by class, one trait after the other. How much traits of a kind differ is learned as well (a random effect by the
 * method of moments); where they differ no more than by chance, all factors are 1. The common level stays as it is.
 */
export function learnEffects(
  book: Book,
  { covariates, past }: { covariates: readonly Covariate[]; past: readonly PastChances[] },
  tuning: EffectTuning,
): readonly Effect[] {
  const hazards = past.map(({ chances }) =>
    chances.map((chance) => -Math.log1p(-Math.min(chance, 1 - 1e-9))),
  );
  const won = past.map(({ deals, until, end }) =>
    Uint8Array.from(deals, (deal) => {
      const closed = book.closed[deal] ?? NEVER;
      return book.outcome[deal] === WON && closed >= until && closed < end ? 1 : 0;
    }),
  );
  const effects: Effect[] = [];
  for (const covariate of covariates) {
    const classes = past.map(({ deals, until }) =>
      Int32Array.from(deals, (deal) => covariate.classOf(deal, until)),
    );
    const seen = new Float64Array(covariate.classes);
    const expected = new Float64Array(covariate.classes);
    const noise = new Float64Array(covariate.classes);
    past.forEach((_, origin) => {
      const of = classes[origin] ?? new Int32Array();
      for (let at = 0; at < of.length; at += 1) {
        const code = of[at] ?? -1;
        if (code < 0) continue;
        const chance = -Math.expm1(-(hazards[origin]?.[at] ?? 0));
        seen[code] = (seen[code] ?? 0) + (won[origin]?.[at] ?? 0);
        expected[code] = (expected[code] ?? 0) + chance;
        noise[code] = (noise[code] ?? 0) + chance * (1 - chance);
      }
    });
    const factors = shrunk({ seen, expected, noise }, tuning);
    if (factors === undefined) continue;
    effects.push({ covariate, factors });
    past.forEach((_, origin) => {
      const of = classes[origin] ?? new Int32Array();
      const own = hazards[origin];
      if (own === undefined) return;
      for (let at = 0; at < of.length; at += 1) own[at] = (own[at] ?? 0) * (factors[of[at] ?? -1] ?? 1);
    });
  }
  return effects;
}

interface Counts {
  readonly seen: Float64Array;
  readonly expected: Float64Array;
  readonly noise: Float64Array;
}

/** `undefined` where classes differ no more than by chance. */
function shrunk({ seen, expected, noise }: Counts, tuning: EffectTuning): Float64Array | undefined {
  const all = sum(seen);
  const awaited = sum(expected);
  if (all < tuning.leastWins || awaited <= 0) return undefined;
  const scale = all / awaited;
  let [beyond, weight] = [0, 0];
  for (let code = 0; code < seen.length; code += 1) {
    const here = scale * (expected[code] ?? 0);
    beyond += ((seen[code] ?? 0) - here) ** 2 - scale * (noise[code] ?? 0);
    weight += here ** 2;
  }
  const variance = beyond / weight;
  if (!(variance > 0)) return undefined;
  const prior = Math.max(tuning.leastPrior, 1 / variance);
  const raw = expected.map((one, code) => ((seen[code] ?? 0) + prior) / (scale * one + prior));
  const mean = raw.reduce((total, factor, code) => total + (factor * (expected[code] ?? 0)) / awaited, 0);
  return raw.map((factor) => factor / mean);
}

function sum(of: Float64Array): number {
  return of.reduce((total, one) => total + one, 0);
}
