import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../../lib/calendar/day-number';
import { dayText } from '../../../../lib/calendar/day-text';
import { forecast } from '../../../../lib/forecast/forecast';
import type { FrozenForecast } from '../../../../lib/forecast/record/frozen-forecast';
import type { Past } from '../../../../lib/forecast/record/past';
import { recordOfPast } from '../../../../lib/forecast/record/record-of-past';
import type { TrackRecord } from '../../../../lib/forecast/record/track-record';
import type { PastForecast } from '../../../../lib/forecast/record/past-forecast';
import type { Company } from '../../../tools/backtest/company';
import { generateCompany } from '../../../tools/backtest/generate-company';
import { requestOf } from '../../../tools/backtest/request-of';
import { SHAPES } from '../../../tools/backtest/shapes';
import { pastOfCompany } from './past-of-company';

const fiscal = { period: 'quarter', yearStartMonth: 1 } as const;

function companyOf(name: string, facts: object = {}): Company {
  const shape = SHAPES.find((one) => one.name === name);
  if (shape === undefined) throw new Error('no shape');
  return generateCompany({ ...shape, days: 500, newPerDay: 1, ...facts });
}

interface Facts {
  readonly today?: number;
  readonly frozen?: readonly FrozenForecast[];
  readonly target?: number;
  readonly past?: Past;
}

function recordOf(company: Company, { today, frozen = [], target, past }: Facts = {}): TrackRecord {
  const steps = recordOfPast(past ?? pastOfCompany(company), {
    today: dayText(today ?? (dayNumber(company.knownUntil) ?? 0) - 1),
    scope: 'all',
    currency: 'EUR',
    fiscal,
    frozen,
    targetOf: () => target,
  });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function forecastsOf({ months, quarters }: TrackRecord): readonly PastForecast[] {
  return [months, quarters].flatMap((one) => (one.kind === 'measured' ? one.forecasts : []));
}

describe('the track record of a past', () => {
  const company = companyOf('quarter ends');
  const record = recordOf(company, { target: 300_000 });
  const forecasts = forecastsOf(record);

  test('has each forecast as it would have been made on the day, and what landed', () => {
    expect(forecasts.length).toBeGreaterThan(40);
    expect(record.recomputed).toBe(forecasts.length);
    const first = company.deals.reduce((day, { createdAt }) => (createdAt < day ? createdAt : day), '9999');
    for (const one of forecasts.filter((_, nth) => nth % 5 === 0)) {
      const asked = requestOf(company, { asOf: dayNumber(one.asOf) ?? 0, asOfText: one.asOf, periods: [] });
      const { start, end } = one;
      const answer = forecast({
        ...asked,
        dataStart: first,
        periods: [{ id: 'p', start, end, target: one.markMinor }],
      });
      const said = answer.forecasts[0];
      expect([one.p10, one.p50, one.mean, one.p90]).toEqual(
        [said?.p10, said?.p50, said?.mean, said?.p90].map((value) => Math.round(value ?? NaN)),
      );
      expect(one.pHit).toBeCloseTo(said?.pHit ?? NaN, 9);
      const landed = company.deals.reduce(
        (sum, { status, closedAt, closedAmount }) =>
          status === 'won' && closedAt !== null && closedAt >= start && closedAt < end
            ? sum + (closedAmount ?? 0)
            : sum,
        0,
      );
      expect(one.landedMinor).toBe(landed);
    }
  });

  test('looks at months and quarters at the four shares, each where closings were on record for four weeks', () => {
    const { months, quarters } = record;
    if (months.kind !== 'measured' || quarters.kind !== 'measured') throw new Error('not measured');
    expect(months.byShare.map(({ share }) => share)).toEqual([0, 0.25, 0.5, 0.75]);
    expect(quarters.all.periods).toBe(4);
    // The nearer the end, the smaller the error: more of it is known.
    const errors = months.byShare.map(({ score }) => score.error.value);
    expect(errors[3]).toBeLessThan((errors[0] ?? 0) / 2);
    expect(months.all.baselines.runRate).toMatchObject({ kind: 'scored' });
    expect(months.all.baselines.stageWeights).toMatchObject({ kind: 'scored' });
    // No deal has a category: what is absent is no 0.
    expect(months.all.baselines.commit).toEqual({ kind: 'absent' });
    expect(months.all.brier?.n).toBe(months.all.forecasts);
    expect(
      months.forecasts.every(({ markFrom, markMinor }) => markFrom === 'target' && markMinor === 300_000),
    ).toBe(true);
  });

  test('takes nothing of an origin from that day or later', () => {
    const origin = (dayNumber(company.knownUntil) ?? 0) - 90;
    const text = dayText(origin);
    // Every closing and move from that day on is undone or turned round, and deals created then are another sort.
    const other: Company = {
      ...company,
      deals: company.deals.flatMap((deal, nth) => {
        if (deal.createdAt >= text)
          return nth % 2 === 0 ? [] : [{ ...deal, amount: 7_000_000, product: 'X' }];
        if (deal.closedAt === null || deal.closedAt < text) return [deal];
        return [
          nth % 3 === 0
            ? { ...deal, status: 'open', closedAt: null, closedAmount: null }
            : { ...deal, status: deal.status === 'won' ? 'lost' : 'won', closedAmount: 99 * nth },
        ];
      }),
      // What a later move leads away from tells of the days before it: it is another way of knowing them, and no event.
      history: company.history.flatMap((one) =>
        one.at < text ? [one] : Number(one.id.slice(1)) % 2 === 0 ? [] : [{ ...one, to: 'S9' }],
      ),
    };
    const said = (all: readonly PastForecast[]) =>
      all.filter(({ asOf }) => asOf <= text).map(({ landedMinor: _, ...one }) => one);
    const changed = said(forecastsOf(recordOf(other, { target: 300_000 })));
    expect(changed.length).toBeGreaterThan(25);
    expect(changed).toEqual(said(forecasts));
    // And it does take what happened the day before.
    const before = company.deals.map((deal) =>
      deal.createdAt < dayText(origin - 200) ? { ...deal, closedAmount: (deal.closedAmount ?? 0) * 2 } : deal,
    );
    expect(said(forecastsOf(recordOf({ ...company, deals: before }, { target: 300_000 })))).not.toEqual(
      said(forecasts),
    );
  });

  test('does not depend on the order of the deals', () => {
    const turned = recordOf({ ...company, deals: company.deals.toReversed() }, { target: 300_000 });
    expect(turned).toEqual(record);
  });

  test('puts what was frozen in the place of what was recomputed', () => {
    const [one] = forecasts.filter(({ share, kind }) => share === 0.5 && kind === 'month').slice(-1);
    if (one === undefined) throw new Error('no forecast');
    const row = (daysBefore: number, p50: number): FrozenForecast => ({
      scope: 'all',
      period: `${one.start}/${one.end}`,
      currency: 'EUR',
      start: one.start,
      end: one.end,
      takenOn: dayText((dayNumber(one.asOf) ?? 0) - daysBefore),
      p10: 1,
      p50,
      mean: 3,
      p90: 4,
      pHit: null,
      targetMinor: null,
      wonMinor: 0,
      openMinor: 0,
      openDeals: 0,
      baselines: one.baselines,
      inputsDigest: '',
      madeBy: 'frozen',
      version: 1,
    });
    // What is known of a day is known when it is over: a row of the day before is the one of this day.
    const mixed = recordOf(company, {
      target: 300_000,
      frozen: [row(0, 20), row(1, 21), row(2, 22), row(5, 25)],
    });
    const found = forecastsOf(mixed).filter(({ madeBy }) => madeBy === 'frozen');
    expect(found).toMatchObject([
      { start: one.start, share: 0.5, p50: 21, asOf: one.asOf, landedMinor: one.landedMinor },
    ]);
    expect([mixed.frozen, mixed.recomputed]).toEqual([1, forecasts.length - 1]);
    const late = recordOf(company, { target: 300_000, frozen: [row(0, 20), row(5, 25)] });
    expect(late.frozen).toBe(0);
  });
});

describe('rows frozen without a target', () => {
  const company = companyOf('steady');
  const before = recordOf(company);
  const rowOf = ({ start, end, asOf, p10, p50, mean, p90, baselines }: PastForecast): FrozenForecast => ({
    scope: 'all',
    period: `${start}/${end}`,
    currency: 'EUR',
    start,
    end,
    takenOn: dayText((dayNumber(asOf) ?? 0) - 1),
    p10,
    p50,
    mean,
    p90,
    pHit: null,
    targetMinor: null,
    wonMinor: 0,
    openMinor: 0,
    openDeals: 0,
    baselines,
    inputsDigest: '',
    madeBy: 'frozen',
    version: 1,
  });

  test('have the mark of their day and its chance, so that use does not take the reliability away', () => {
    const frozen = forecastsOf(before).map((one) => ({
      ...rowOf(one),
      ...(one.markMinor === null || one.pHit === null
        ? {}
        : { reference: { markMinor: one.markMinor, pHit: one.pHit } }),
    }));
    const after = recordOf(company, { frozen });
    expect([after.frozen, after.recomputed]).toEqual([before.recomputed, 0]);
    if (before.months.kind !== 'measured' || after.months.kind !== 'measured')
      throw new Error('not measured');
    expect(after.months.all.brier?.n).toBeGreaterThan(40);
    expect(after.months.all.brier).toEqual(before.months.all.brier);
    expect(after.months.all.reliability).toEqual(before.months.all.reliability);
    expect(after.months.forecasts.every(({ markFrom }) => markFrom === 'reference')).toBe(true);
  });

  test('have no chance where none was written down: what is recomputed now was not said then', () => {
    const after = forecastsOf(recordOf(company, { frozen: forecastsOf(before).map(rowOf) }));
    expect(after.length).toBeGreaterThan(40);
    for (const { madeBy, pHit, markMinor } of after)
      expect([madeBy, pHit, markMinor]).toEqual(['frozen', null, null]);
  });

  test('are judged by a target that was set on the day they were made', () => {
    const frozen = forecastsOf(before).map((one) => ({ ...rowOf(one), targetMinor: 7, pHit: 0.125 }));
    for (const { markFrom, markMinor, pHit } of forecastsOf(recordOf(company, { frozen })))
      expect([markFrom, markMinor, pHit]).toEqual(['target', 7, 0.125]);
  });
});

describe('periods that were recorded in part', () => {
  const company = companyOf('steady', { newPerDay: 2 });
  const end = dayNumber(company.knownUntil) ?? 0;
  const startsOf = (record: TrackRecord) =>
    [...new Set(forecastsOf(record).map(({ start }) => start))].sort();

  test('are none that landed: a stray closing is not the beginning of recording', () => {
    // All that closed more than 250 days ago was never read, but for one win.
    const began = dayText(end - 250);
    const [stray] = company.deals.filter(({ status, closedAt }) => status === 'won' && closedAt !== null);
    const kept = company.deals.filter(
      (deal) => deal === stray || deal.closedAt === null || deal.closedAt >= began,
    );
    expect(stray?.closedAt?.localeCompare(dayText(end - 400))).toBe(-1);
    const record = recordOf({ ...company, deals: kept });
    expect(record.closedSince?.localeCompare(began)).toBeGreaterThanOrEqual(0);
    expect(startsOf(record).length).toBeGreaterThan(5);
    for (const start of startsOf(record)) expect(start.localeCompare(began), start).toBe(1);
  });

  test('nor one after whose end nothing was read any more', () => {
    const starts = startsOf(recordOf(company));
    const last = starts.at(-1) ?? '';
    const past = pastOfCompany(company);
    const until = (day: number) => ({ ...past, lastSeen: past.lastSeen.map(() => day) });
    const next = dayNumber(last.replace(/-\d\d$/, '-28')) ?? 0;
    expect(startsOf(recordOf(company, { past: until(next) }))).not.toContain(last);
    expect(startsOf(recordOf(company, { past: until(next + 7) }))).toContain(last);
  });
});

describe('too short a past', () => {
  test('is an answer with what it lacks', () => {
    const young = recordOf(companyOf('steady', { days: 110 }));
    expect(young.months).toMatchObject({ kind: 'too-few', need: 4, reason: 'history' });
    expect(young.quarters).toMatchObject({ kind: 'too-few', have: 0, reason: 'history' });
    expect(young.meter).toMatchObject({ kind: 'too-few', need: 6 });
    const none = recordOf(
      { ...companyOf('steady', { days: 60 }), deals: [], history: [] },
      { today: 20_000 },
    );
    expect(none).toMatchObject({
      months: { have: 0, reason: 'history' },
      closedSince: undefined,
      recomputed: 0,
    });
    // Deals close, but too few of them for anybody to have shown a forecast.
    const rare = companyOf('tiny', { days: 500, newPerDay: 0.012, seed: 3 });
    expect(rare.deals.filter(({ closedAt }) => closedAt !== null).length).toBeLessThan(10);
    expect(recordOf(rare).months).toMatchObject({ kind: 'too-few', have: 0, reason: 'closed-deals' });
  });
});
