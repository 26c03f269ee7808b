import type { Book } from './book';
import { addMonthLevels } from './add-month-levels';
import { expectedByDay } from './expected-by-day';
import { type Exposure, LOSS, MOVE, WIN } from './exposure';
import { eventCounts } from './event-counts';
import { fitHazards } from './fit-hazards';
import { greatestChance } from './greatest-chance';
import type { DayFactors, Hazards } from './hazards';
import type { LevelPrior } from './month-levels';
import { type RiskSums, riskSums } from './risk-sums';
import { streamAhead } from './stream-ahead';
import type { Tuning } from './tuning';
import { weekdayFactors } from './weekday-factors';

/** All that is learned as of one day. */
export interface Model {
  readonly until: number;
  /** Nothing is known of this day or later. */
  readonly horizon: number;
  /** Of the logarithm of the level of wins in the month of `until`. */
  readonly levelVariance: number;
  readonly hazards: Hazards;
  /** No chance is greater: see `greatestChance`. */
  readonly mostChance: number;
  readonly factors: DayFactors;
  /** Chance that a new deal is won on the day of its creation, then of each stage at that day's end. */
  readonly entry: Float64Array;
  /** New deals a day expected on the n-th day from `until` on. */
  readonly creation: Float64Array;
  /** Wins a day expected on those days from how many came in the past alone, whatever the pipeline holds. */
  readonly pace: Float64Array;
  /** Of them those of deals of which nobody will know when they were created, going by how many were won. */
  readonly unbornPace: Float64Array;
}

export interface FitModel {
  readonly until: number;
  /** Last day that anything will be asked about, plus one. */
  readonly horizon: number;
  readonly tuning: Tuning;
}

/** Fits hazards, factors of days and creation on what was known at the start of day `until`. */
export function fitModel(book: Book, exposure: Exposure, { until, horizon, tuning }: FitModel): Model {
  const { firstDay, winsFrom, lossesFrom } = exposure;
  const { stageProbability } = book;
  const length = horizon - firstDay;
  const { halfLife } = tuning;
  const counts = eventCounts(exposure, until, halfLife);
  const all = riskSums(exposure, { from: firstDay, until, halfLife });
  const sumsFrom = (from: number): RiskSums =>
    from <= firstDay ? all : riskSums(exposure, { from, until, halfLife });
  const ofWins = sumsFrom(winsFrom);
  const ofLosses = lossesFrom === winsFrom ? ofWins : sumsFrom(lossesFrom);
  const fit = (by: Weekdays): Hazards =>
    fitHazards(
      {
        counts,
        winAt: weighed(ofWins.faded, by.win),
        lossAt: weighed(ofLosses.faded, by.loss),
        moveAt: weighed(all.faded, by.move),
        stageProbability,
      },
      tuning,
    );
  const even = new Float64Array(7).fill(1);
  const first = fit({ win: even, loss: even, move: even });
  const weekdays = (events: Float64Array, awaited: Float64Array, from: number): Float64Array =>
    weekdayFactors({
      seen: byWeekday(events, { firstDay, from, until }),
      awaited,
      prior: tuning.weekdayPrior,
    });
  const by = {
    win: weekdays(exposure.winCount, awaitedOf(first.win, ofWins.plain), winsFrom),
    loss: weekdays(exposure.lossCount, awaitedOf(first.loss, ofLosses.plain), lossesFrom),
    move: weekdays(exposure.moveCount, awaitedOf(movesOf(first), all.plain), firstDay),
  };
  const daily = (of: Float64Array): Float64Array =>
    Float64Array.from({ length }, (_, at) => of[(firstDay + at) % 7] ?? 1);
  const factors: DayFactors = {
    firstDay,
    win: daily(by.win),
    loss: daily(by.loss),
    move: daily(by.move),
  };
  const hazards = fit(by);
  const span = { firstDay, until };
  const levelVariance = addMonthLevels(
    factors.win,
    { ...span, observed: exposure.winCount, expected: expectedByDay(exposure, hazards.win), from: winsFrom },
    tuning.winLevel,
  );
  addMonthLevels(
    factors.loss,
    {
      ...span,
      observed: exposure.lossCount,
      expected: expectedByDay(exposure, hazards.loss),
      from: lossesFrom,
    },
    tuning.winLevel,
  );
  const ahead = (events: Float64Array, from: number, level: LevelPrior): Float64Array =>
    streamAhead(
      { firstDay, counts: events, from: from < until ? from : firstDay, until, horizon },
      tuning,
      level,
    );
  return {
    until,
    horizon,
    levelVariance,
    hazards,
    mostChance: greatestChance(winsBefore(exposure, until), tuning.fewOutcomes),
    factors,
    entry: fitEntry(exposure, until, tuning),
    creation: ahead(exposure.createdCount, exposure.creationFrom, tuning.creationLevel),
    pace: ahead(exposure.wonCount, exposure.paceFrom, tuning.winLevel),
    unbornPace: exposure.unbornWonCount.some((wins) => wins > 0)
      ? ahead(exposure.unbornWonCount, exposure.unbornFrom, tuning.winLevel)
      : new Float64Array(horizon - until),
  };
}

function winsBefore({ wonCount, firstDay }: Exposure, until: number): number {
  return wonCount.subarray(0, until - firstDay).reduce((sum, one) => sum + one, 0);
}

function movesOf({ move, stageCount, win }: Hazards): Float64Array {
  return win.map((_, cell) =>
    move.subarray(cell * stageCount, (cell + 1) * stageCount).reduce((sum, one) => sum + one, 0),
  );
}

interface Weekdays {
  readonly win: Float64Array;
  readonly loss: Float64Array;
  readonly move: Float64Array;
}

/** Deal days by cell, each weekday times its factor. */
function weighed(byCell: Float64Array, weekday: Float64Array): Float64Array {
  return Float64Array.from({ length: byCell.length / 7 }, (_, cell) => {
    let sum = 0;
    for (let day = 0; day < 7; day += 1) sum += (byCell[cell * 7 + day] ?? 0) * (weekday[day] ?? 1);
    return sum;
  });
}

/** Events that hazards lead to expect on each weekday. */
function awaitedOf(hazard: Float64Array, byCell: Float64Array): Float64Array {
  const awaited = new Float64Array(7);
  for (let at = 0; at < byCell.length; at += 1)
    awaited[at % 7] = (awaited[at % 7] ?? 0) + (hazard[Math.floor(at / 7)] ?? 0) * (byCell[at] ?? 0);
  return awaited;
}

function byWeekday(
  events: Float64Array,
  { firstDay, from, until }: { readonly firstDay: number; readonly from: number; readonly until: number },
): Float64Array {
  const sums = new Float64Array(7);
  for (let day = from; day < until; day += 1)
    sums[day % 7] = (sums[day % 7] ?? 0) + (events[day - firstDay] ?? 0);
  return sums;
}

function fitEntry(
  { stageCount, entryCount, firstDay }: Exposure,
  until: number,
  { halfLife }: Tuning,
): Float64Array {
  const kinds = stageCount + 2;
  const entry = new Float64Array(stageCount + 1);
  let total = 0;
  const end = Math.min(until - firstDay, entryCount.length / kinds);
  for (let day = 0; day < end; day += 1) {
    const weight = 2 ** (-(end - 1 - day) / halfLife);
    for (let kind = 0; kind < kinds; kind += 1) {
      const here = weight * (entryCount[day * kinds + kind] ?? 0);
      total += here;
      if (kind === LOSS) continue;
      const to = kind === WIN ? 0 : kind - MOVE + 1;
      entry[to] = (entry[to] ?? 0) + here;
    }
  }
  return total === 0 ? entry : entry.map((weight) => weight / total);
}
