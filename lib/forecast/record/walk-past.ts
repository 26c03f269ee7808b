import { dayText } from '../../calendar/day-text';
import { basisOf } from '../basis-of';
import { type Book, NEVER, OPEN } from '../book';
import { forecastBook } from '../forecast-book';
import type { LearnedCache } from '../learner';
import { baselinesOf } from './baselines-of';
import { bookAt, type BookAt } from './book-at';
import { crmViewsAt } from './crm-views-at';
import type { LandedPeriod } from './landed-periods';
import { markOf } from './mark-of';
import type { Past } from './past';
import { type PastForecast, type Share, SHARES } from './past-forecast';
import { runRateOf } from './run-rate-of';
import { type WonDays, wonDays } from './won-days';

/** A forecast is asked for when four weeks of closings have been recorded, as in the scoring. No part in a forecast. */
const WARM_UP_DAYS = 28;

interface Walk {
  readonly periods: readonly LandedPeriod[];
  /** First day since which closings are recorded. */
  readonly knownFrom: number;
  /** What landed, as it is known today. */
  readonly landed: WonDays;
  /** The target of a period as it stood on a day, in minor units. */
  readonly targetOf: (period: LandedPeriod, on: number) => number | undefined;
}

/** How far a long computation has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

interface Walked {
  readonly forecasts: readonly PastForecast[];
  /** Share of the deals open on those days of whose amount at the time nothing is on record. */
  readonly withoutPast: number;
}

interface Origin {
  readonly asOf: number;
  readonly asked: readonly { readonly period: LandedPeriod; readonly share: Share; readonly nth: number }[];
}

/**
 * The walk forward: each period is forecast when 0, 25, 50 and 75 % of it are over, from what was known on that day
 * alone, by the same code and constants as today's forecast. Days follow each other from the oldest on, so that what was
 * learned of one serves the later ones and never an earlier one. A day on which nobody would have been shown a forecast
 * (fewer than ten closed deals) has none.
 */
export function* walkPast(past: Past, walk: Walk): Generator<Progress, Walked> {
  const origins = originsOf(walk);
  const caches = new Map<string, LearnedCache>();
  const found: PastForecast[] = [];
  let [open, unknown] = [0, 0];
  for (const [nth, origin] of origins.entries()) {
    yield { done: nth, of: origins.length };
    const cut = bookAt(past, { asOf: origin.asOf });
    if (basisOf(cut.book).kind !== 'measured') continue;
    found.push(...forecastsAt(past, cut, { ...walk, origin, caches }));
    cut.book.outcome.forEach((outcome, at) => {
      if (outcome !== OPEN) return;
      open += 1;
      if ((past.amounts.knownFrom[cut.rows[at] ?? 0] ?? NEVER) >= origin.asOf) unknown += 1;
    });
  }
  return { forecasts: found, withoutPast: open === 0 ? 0 : unknown / open };
}

function originsOf({ periods, knownFrom }: Walk): readonly Origin[] {
  const byDay = new Map<number, Origin['asked'][number][]>();
  for (const [nth, period] of periods.entries()) {
    for (const [at, share] of SHARES.entries()) {
      const asOf = Math.round(period.start + share * (period.end - period.start));
      if (asOf < knownFrom + WARM_UP_DAYS) continue;
      const own = byDay.get(asOf) ?? [];
      byDay.set(asOf, own);
      own.push({ period, share, nth: SHARES.length * nth + at });
    }
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([asOf, asked]) => ({ asOf, asked }));
}

interface Day extends Walk {
  readonly origin: Origin;
  readonly caches: Map<string, LearnedCache>;
}

function forecastsAt(past: Past, cut: BookAt, day: Day): readonly PastForecast[] {
  const { asOf, asked } = day.origin;
  const won = wonDays(cut.book);
  const views = crmViewsAt(
    past,
    cut,
    asked.map(({ period: { start, end } }) => ({ start, end, asOf })),
  );
  const marks = asked.map(({ period, nth }) =>
    markOf(day.targetOf(period, asOf), { runRate: runRateOf(won, { ...period, asOf }), nth }),
  );
  const periods = asked.map(({ period: { start, end } }, nth) => ({
    id: `${start}/${end}`,
    start,
    end,
    target: marks[nth]?.mark ?? null,
  }));
  const { forecasts } = forecastBook(cut.book, { periods, cache: cacheOf(cut.book, day.caches) });
  return asked.flatMap(({ period, share }, nth): readonly PastForecast[] => {
    const [one, view, mark] = [forecasts[nth], views[nth], marks[nth]];
    if (one === undefined || view === undefined || mark === undefined) return [];
    return [
      {
        kind: period.kind,
        start: dayText(period.start),
        end: dayText(period.end),
        share,
        asOf: dayText(asOf),
        madeBy: 'recomputed',
        p10: Math.round(one.p10),
        p50: Math.round(one.p50),
        mean: Math.round(one.mean),
        p90: Math.round(one.p90),
        pHit: one.pHit,
        markMinor: mark.mark,
        markFrom: mark.from,
        baselines: baselinesOf(
          { ...period, asOf },
          { won, knownFrom: day.knownFrom, crm: view, before: period.before },
        ),
        landedMinor: Math.round(day.landed.between(period.start, period.end)),
      },
    ];
  });
}

/** What was learned speaks of places in the list of stages: another list, another store. */
function cacheOf({ stages }: Book, caches: Map<string, LearnedCache>): LearnedCache {
  const name = JSON.stringify(stages);
  const known: LearnedCache = caches.get(name) ?? new Map();
  caches.set(name, known);
  return known;
}
