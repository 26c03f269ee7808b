import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import type { FiscalCalendar } from '../../deal/settings';
import { LEAST_PERIODS } from '../../pipeline/least-periods';
import { NEVER } from '../book';
import { closingsFrom } from '../closings-from';
import { bookAt } from './book-at';
import type { FrozenForecast } from './frozen-forecast';
import { type LandedPeriod, landedPeriods } from './landed-periods';
import { meterOf } from './meter-of';
import type { Past } from './past';
import { type PastForecast, SHARES } from './past-forecast';
import { scoreRecord } from './score-record';
import type { KindRecord, TrackRecord } from './track-record';
import { unknownCategories } from './unknown-categories';
import { type Progress, walkPast } from './walk-past';
import { withFrozen } from './with-frozen';
import { wonDays } from './won-days';

interface Asked {
  /** `YYYY-MM-DD`: what is known ends with it. */
  readonly today: string;
  readonly scope: string;
  readonly currency: string;
  readonly fiscal: FiscalCalendar;
  /** Rows of this scope and currency. */
  readonly frozen: readonly FrozenForecast[];
  /** The scope's target of a period as it stood on a day, in minor units of the currency. */
  readonly targetOf: (
    period: { readonly start: string; readonly end: string },
    on: string,
  ) => number | undefined;
}

/**
 * The track record of a scope: what was, or would have been, forecast of its months and quarters that are over, against
 * what they landed. In steps, each telling how far it has come: with 100,000 deals it takes a while.
 */
export function* recordOfPast(past: Past, asked: Asked): Generator<Progress, TrackRecord> {
  const { today, fiscal, frozen } = asked;
  const day = dayNumber(today) ?? 0;
  const now = bookAt(past, { asOf: day + 1 });
  const { book } = now;
  const knownFrom = closingsFrom(book) ?? NEVER;
  const landed = wonDays(book);
  const knownUntil = past.lastSeen.reduce((last, one) => Math.max(last, one), 0);
  const span = { fiscal, knownFrom, knownUntil, today: day, deals: past.ids.length };
  const periods =
    knownFrom === NEVER ? [] : [...landedPeriods('month', span), ...landedPeriods('quarter', span)];
  const targetOf = ({ start, end }: LandedPeriod, on: number) =>
    asked.targetOf({ start: dayText(start), end: dayText(end) }, dayText(on));
  const walked = yield* walkPast(past, { periods, knownFrom, landed, targetOf });
  const forecasts = withFrozen(walked.forecasts, { periods, landed, frozen });
  const ofKind = (kind: LandedPeriod['kind']): KindRecord =>
    kindRecord(
      forecasts.filter((one) => one.kind === kind),
      periods.filter((one) => one.kind === kind).length,
    );
  return {
    currency: asked.currency,
    scope: asked.scope,
    today,
    months: ofKind('month'),
    quarters: ofKind('quarter'),
    meter: meterOf(forecasts),
    closedSince: knownFrom === NEVER ? undefined : dayText(knownFrom),
    frozen: forecasts.filter(({ madeBy }) => madeBy === 'frozen').length,
    recomputed: forecasts.filter(({ madeBy }) => madeBy === 'recomputed').length,
    withoutPast: walked.withoutPast,
    unknownCategories: unknownCategories(past, now),
  };
}

function kindRecord(forecasts: readonly PastForecast[], landed: number): KindRecord {
  const have = new Set(forecasts.map(({ start }) => start)).size;
  const need = LEAST_PERIODS;
  if (have < need)
    return { kind: 'too-few', have, need, reason: landed >= need ? 'closed-deals' : 'history' };
  const all = scoreRecord(forecasts);
  if (all === undefined) return { kind: 'too-few', have, need, reason: 'nothing-landed' };
  const byShare = SHARES.flatMap((share) => {
    const score = scoreRecord(forecasts.filter((one) => one.share === share));
    return score === undefined || score.periods < need ? [] : [{ share, score }];
  });
  return { kind: 'measured', forecasts, all, byShare };
}
