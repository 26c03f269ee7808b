import { grouped } from '../../deal/grouped';
import { drawPeriods } from '../../pipeline/coverage/draw-periods';
import { pinballLoss } from '../../stats/pinball-loss';
import { wilson } from '../../stats/wilson';
import { Z80 } from '../../stats/z80';
import { LEAST_PERIODS } from '../../pipeline/least-periods';
import type { PastForecast } from './past-forecast';
import {
  BASELINES,
  type BaselineName,
  type BaselineScore,
  type Ranged,
  type RecordScore,
} from './record-score';
import { reliabilityOf } from './reliability-of';

/** Figures are reproducible: the same forecasts, the same intervals. Any number would do. No part in a forecast. */
const SEED = 20_170_709;
/** Amounts are whole: a quantile that was rounded is not missed by that. No part in a forecast. */
const ROUNDING = 0.5;

/** What the forecasts of one period add to the sums. */
interface Part {
  readonly landed: number;
  readonly missed: number;
  readonly over: number;
}

/** Sums over periods; a period counts for all of its forecasts or not at all. */
interface AgainstPart {
  readonly own: number;
  readonly its: number;
}

/**
 * Scores forecasts of periods that are over. Errors are added up before they are divided (WAPE), so that a period in which
 * little landed does not decide. Intervals of error, bias and skill come from drawing whole periods with replacement: all
 * forecasts of one period share its luck. The order of the forecasts changes nothing.
 *
 * @returns `undefined` where nothing landed at all: there is nothing to measure errors by.
 */
export function scoreRecord(forecasts: readonly PastForecast[]): RecordScore | undefined {
  const groups = byPeriod(forecasts);
  const parts = groups.map(partOf);
  const landed = sumOf(parts, ({ landed: one }) => one);
  if (!(landed > 0)) return undefined;
  const n = forecasts.length;
  const ratio = (over: (part: Part) => number): Ranged =>
    ranged(parts, (drawn) => sumOf(drawn, over) / sumOf(drawn, (one) => one.landed));
  const isBelow = ({ landedMinor, p10 }: PastForecast) => landedMinor < p10 - ROUNDING;
  const isAbove = ({ landedMinor, p90 }: PastForecast) => landedMinor > p90 + ROUNDING;
  const below = forecasts.filter(isBelow).length / n;
  const above = forecasts.filter(isAbove).length / n;
  const inside = 1 - below - above;
  const chances = forecasts.flatMap(({ pHit, markMinor, landedMinor }) =>
    pHit === null || markMinor === null ? [] : [{ chance: pHit, happened: landedMinor >= markMinor }],
  );
  return {
    periods: groups.length,
    forecasts: n,
    error: ratio(({ missed }) => missed),
    bias: ratio(({ over }) => over),
    inside: { value: inside, ...wilson(inside * groups.length, groups.length, Z80) },
    below,
    above,
    pinball: sumOf(forecasts, pinballOf) / landed,
    brier:
      chances.length === 0
        ? null
        : {
            value:
              sumOf(chances, ({ chance, happened }) => (chance - Number(happened)) ** 2) / chances.length,
            n: chances.length,
          },
    reliability: reliabilityOf(chances),
    baselines: {
      lastPeriod: against('lastPeriod', groups),
      runRate: against('runRate', groups),
      stageWeights: against('stageWeights', groups),
      commit: against('commit', groups),
    },
  };
}

function byPeriod(forecasts: readonly PastForecast[]): readonly (readonly PastForecast[])[] {
  const groups = grouped(forecasts, ({ start, end }) => `${start}/${end}`);
  // In order, so that the same draws are made of the same periods.
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}

function partOf(forecasts: readonly PastForecast[]): Part {
  return {
    landed: sumOf(forecasts, ({ landedMinor }) => landedMinor),
    missed: sumOf(forecasts, ({ p50, landedMinor }) => Math.abs(p50 - landedMinor)),
    over: sumOf(forecasts, ({ mean, landedMinor }) => mean - landedMinor),
  };
}

function pinballOf({ p10, p50, p90, landedMinor }: PastForecast): number {
  return (
    (pinballLoss(landedMinor, p10, 0.1) +
      pinballLoss(landedMinor, p50, 0.5) +
      pinballLoss(landedMinor, p90, 0.9)) /
    3
  );
}

function against(name: BaselineName, groups: readonly (readonly PastForecast[])[]): BaselineScore {
  const said = groups.map((group) => group.filter(({ baselines }) => baselines[BASELINES[name]] !== null));
  const spoken = said.filter((group) => group.length > 0);
  const landed = sumOf(spoken.flat(), ({ landedMinor }) => landedMinor);
  if (!(landed > 0)) return { kind: 'absent' };
  const parts = spoken.map((group): AgainstPart => ({
    own: sumOf(group, ({ p50, landedMinor }) => Math.abs(p50 - landedMinor)),
    its: sumOf(group, ({ baselines, landedMinor }) =>
      Math.abs((baselines[BASELINES[name]] ?? 0) - landedMinor),
    ),
  }));
  const [own, its] = [sumOf(parts, (part) => part.own), sumOf(parts, (part) => part.its)];
  return {
    kind: 'scored',
    periods: spoken.length,
    forecasts: spoken.flat().length,
    error: its / landed,
    ownError: own / landed,
    skill:
      spoken.length < LEAST_PERIODS
        ? 'too-few'
        : its > 0
          ? ranged(parts, (drawn) => 1 - sumOf(drawn, (part) => part.own) / sumOf(drawn, (part) => part.its))
          : 'no-error',
  };
}

/**
 * A figure of all periods, and its interval by drawing whole periods. A draw in which there is nothing to divide by (only
 * periods in which nothing landed) says nothing else than the figure itself: it counts as that.
 */
function ranged<Part_>(parts: readonly Part_[], figure: (drawn: readonly Part_[]) => number): Ranged {
  const value = figure(parts);
  const { low, high } = drawPeriods(parts, SEED, (drawn) => {
    const one = figure(drawn);
    return Number.isFinite(one) ? one : value;
  });
  return { value, low, high };
}

function sumOf<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
