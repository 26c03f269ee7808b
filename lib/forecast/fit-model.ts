import type { Book } from './book';
import { addMonthLevels } from './add-month-levels';
import { expectedByDay } from './expected-by-day';
import { type Exposure, LOSS, MOVE, WIN } from './exposure';
import { fitHazards } from './fit-hazards';
import type { DayFactors, Hazards } from './hazards';
import type { Tuning } from './tuning';
import { weekdayFactors } from './weekday-factors';

/** All that is learned as of one day. */
export interface Model {
  readonly until: number;
  /** Of the logarithm of the level of wins in the month of `until`. */
  readonly levelVariance: number;
  readonly hazards: Hazards;
  readonly factors: DayFactors;
  /** Chance that a new deal is won on the day of its creation, then of each stage at that day's end. */
  readonly entry: Float64Array;
  /** New deals a day expected on the n-th day from `until` on. */
  readonly creation: Float64Array;
}

export interface FitModel {
  readonly until: number;
  /** Last day that anything will be asked about, plus one. */
  readonly horizon: number;
  readonly tuning: Tuning;
}

/** Fits hazards, factors of days and creation on what was known at the start of day `until`. */
export function fitModel(book: Book, exposure: Exposure, { until, horizon, tuning }: FitModel): Model {
  const { firstDay, days, winsFrom, lossesFrom } = exposure;
  const { stageProbability } = book;
  const length = horizon - firstDay;
  const observed = eventsByDay(exposure);
  const flat: DayFactors = {
    firstDay,
    win: ones(length),
    loss: ones(length),
    move: ones(length),
    creation: ones(length),
  };
  const first = fitHazards(exposure, { until, factors: flat, stageProbability, tuning });
  const weekdays = (events: Float64Array, expected: Float64Array, from: number): Float64Array => {
    const weekday = weekdayFactors({
      firstDay,
      observed: events,
      expected,
      from,
      until,
      prior: tuning.weekdayPrior,
    });
    return Float64Array.from({ length }, (_, at) => weekday[(firstDay + at) % 7] ?? 1);
  };
  const factors: DayFactors = {
    firstDay,
    win: weekdays(observed.win, expectedByDay(exposure, first.win), winsFrom),
    loss: weekdays(observed.loss, expectedByDay(exposure, first.loss), lossesFrom),
    move: weekdays(observed.move, expectedByDay(exposure, movesOf(first)), firstDay),
    creation: weekdays(exposure.createdCount, ones(days), firstDay),
  };
  const hazards = fitHazards(exposure, { until, factors, stageProbability, tuning });
  const rate = creationRate(exposure, { until, factors, tuning });
  const span = { firstDay, until };
  const levelVariance = addMonthLevels(
    factors.win,
    { ...span, observed: observed.win, expected: expectedByDay(exposure, hazards.win), from: winsFrom },
    tuning.winLevel,
  );
  addMonthLevels(
    factors.loss,
    { ...span, observed: observed.loss, expected: expectedByDay(exposure, hazards.loss), from: lossesFrom },
    tuning.winLevel,
  );
  addMonthLevels(
    factors.creation,
    { ...span, observed: exposure.createdCount, expected: ones(days).fill(rate), from: firstDay },
    tuning.creationLevel,
  );
  return {
    until,
    levelVariance,
    hazards,
    factors,
    entry: fitEntry(exposure, until, tuning),
    creation: factors.creation.subarray(until - firstDay).map((factor) => factor * rate),
  };
}

function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

function movesOf({ move, stageCount, win }: Hazards): Float64Array {
  return win.map((_, cell) =>
    move.subarray(cell * stageCount, (cell + 1) * stageCount).reduce((sum, one) => sum + one, 0),
  );
}

function eventsByDay({ days, firstDay, eventDay, eventKind }: Exposure): {
  win: Float64Array;
  loss: Float64Array;
  move: Float64Array;
} {
  const events = { win: new Float64Array(days), loss: new Float64Array(days), move: new Float64Array(days) };
  eventDay.forEach((day, at) => {
    const kind = eventKind[at] ?? MOVE;
    const to = kind === WIN ? events.win : kind === LOSS ? events.loss : events.move;
    to[day - firstDay] = (to[day - firstDay] ?? 0) + 1;
  });
  return events;
}

function fitEntry(exposure: Exposure, until: number, { halfLife }: Tuning): Float64Array {
  const entry = new Float64Array(exposure.stageCount + 1);
  let total = 0;
  for (let at = 0; at < exposure.entryDay.length; at += 1) {
    const day = exposure.entryDay[at] ?? 0;
    if (day >= until) break;
    const weight = 2 ** (-(until - 1 - day) / halfLife);
    const kind = exposure.entryKind[at] ?? 0;
    total += weight;
    if (kind === WIN) entry[0] = (entry[0] ?? 0) + weight;
    else if (kind >= MOVE) entry[kind - MOVE + 1] = (entry[kind - MOVE + 1] ?? 0) + weight;
  }
  return total === 0 ? entry : entry.map((weight) => weight / total);
}

/** New deals a day, older days weighing less. */
function creationRate(
  { firstDay, createdCount }: Exposure,
  { until, factors, tuning }: { until: number; factors: DayFactors; tuning: Tuning },
): number {
  let events = 0;
  let awaited = 0;
  for (let day = firstDay; day < until; day += 1) {
    const weight = 2 ** (-(until - 1 - day) / tuning.halfLife);
    events += weight * (createdCount[day - firstDay] ?? 0);
    awaited += weight * (factors.creation[day - factors.firstDay] ?? 1);
  }
  return awaited > 0 ? events / awaited : 0;
}
