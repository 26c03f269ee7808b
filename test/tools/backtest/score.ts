import { pinballLoss } from '../../../lib/stats/pinball-loss';
import type { Outcome } from './walk';

/** Scores of many forecasts. Shares are in percent. */
export interface Score {
  /** Periods, and forecasts made of them. */
  readonly periods: number;
  readonly forecasts: number;
  readonly wape: number;
  readonly bias: number;
  /** Share inside P10-P90, below it and above it. */
  readonly inside: number;
  readonly below: number;
  readonly above: number;
  /** Mean pinball loss at 10, 50 and 90 %, as a share of the total. */
  readonly pinball: number;
  /** Mean distance between pHit and how often the target was hit, over fifths of pHit. */
  readonly hitError: number;
  readonly brier: number;
  readonly auc: number;
  /** Mean distance between chance and share won, over tenths of the deals. */
  readonly calibration: number;
  readonly baselines: Readonly<Record<string, number>>;
}

export function score(outcomes: readonly Outcome[]): Score {
  const total = outcomes.reduce((sum, { actual }) => sum + actual, 0);
  const share = (of: (outcome: Outcome) => number): number =>
    (100 * outcomes.reduce((sum, outcome) => sum + of(outcome), 0)) / total;
  const count = (of: (outcome: Outcome) => boolean): number =>
    (100 * outcomes.filter(of).length) / outcomes.length;
  const deals = outcomes.flatMap((outcome) => outcome.deals);
  const names = Object.keys(outcomes[0]?.baselines ?? {});
  return {
    periods: new Set(outcomes.map(({ period }) => period)).size,
    forecasts: outcomes.length,
    wape: share(({ p50, actual }) => Math.abs(p50 - actual)),
    bias: share(({ mean, actual }) => mean - actual),
    // Amounts are counted to the unit: half of one is no miss.
    inside: count(({ p10, p90, actual }) => actual >= p10 - 0.5 && actual <= p90 + 0.5),
    below: count(({ p10, actual }) => actual < p10 - 0.5),
    above: count(({ p90, actual }) => actual > p90 + 0.5),
    pinball: share(
      ({ p10, p50, p90, actual }) =>
        (pinballLoss(actual, p10, 0.1) + pinballLoss(actual, p50, 0.5) + pinballLoss(actual, p90, 0.9)) / 3,
    ),
    hitError:
      reliability(
        outcomes.map(({ pHit, actual, target }) => ({ chance: pHit, happened: actual >= target })),
        5,
      ) * 100,
    brier: deals.reduce((sum, { chance, won }) => sum + (chance - (won ? 1 : 0)) ** 2, 0) / deals.length,
    auc: auc(deals),
    calibration: reliability(
      deals.map(({ chance, won }) => ({ chance, happened: won })),
      10,
    ),
    baselines: Object.fromEntries(
      names.map((name) => [
        name,
        share(({ baselines, actual }) => Math.abs((baselines[name] ?? 0) - actual)),
      ]),
    ),
  };
}

function reliability(
  cases: readonly { readonly chance: number; readonly happened: boolean }[],
  bins: number,
): number {
  const sorted = [...cases].sort((a, b) => a.chance - b.chance);
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const own = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    const chance = own.reduce((sum, one) => sum + one.chance, 0);
    const happened = own.filter((one) => one.happened).length;
    error += Math.abs(chance - happened) / sorted.length;
  }
  return error;
}

/** Chance that a deal that was won had been given a higher chance than one that was not; ties count half. */
function auc(deals: readonly { readonly chance: number; readonly won: boolean }[]): number {
  const sorted = [...deals].sort((a, b) => a.chance - b.chance);
  let rank = 0;
  let wins = 0;
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (end < sorted.length && sorted[end]?.chance === sorted[at]?.chance) end += 1;
    const won = sorted.slice(at, end).filter((deal) => deal.won).length;
    rank += won * ((at + end + 1) / 2);
    wins += won;
    at = end;
  }
  const others = sorted.length - wins;
  return wins > 0 && others > 0 ? (rank - (wins * (wins + 1)) / 2) / (wins * others) : NaN;
}
