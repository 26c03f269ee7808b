import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import type { FrozenForecast } from '../../../lib/forecast/record/frozen-forecast';
import type { ForecastReport } from '../../../lib/forecast/report';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import type { Database } from '../../../lib/store/database';
import { readForecast } from '../../../lib/store/read-forecast';
import { readForecastGlance } from '../../../lib/store/read-forecast-glance';
import { readRecord } from '../../../lib/store/read-record';
import { rowsToFreeze } from '../../../lib/store/rows-to-freeze';
import { saveRows } from '../../../lib/store/save-rows';
import { frozenForecast } from '../../../lib/store/backup/frozen-forecast-schema';
import { z } from '../../../lib/schema';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read, saveTargets } from './open';

const today = '2026-03-05';
const query = { today, zone: 'UTC', currency: 'EUR', scope: 'all' };
const day = (offset: number) => dayText((dayNumber(today) ?? 0) + offset);

/** Deals of a year and a half that live for some weeks, every third of them won; read today for the first time. */
async function filled(): Promise<Database> {
  const database = freshDatabase();
  const reads = Array.from({ length: 270 }, (_, nth) => {
    const created = -540 + nth * 2;
    const life = 20 + ((nth * 7) % 41);
    const isClosed = created + life <= 0;
    return read(
      String(nth),
      {
        name: `Deal ${nth}`,
        owner: nth % 2 === 0 ? 'Ada' : 'Bo',
        stage: 'Talk',
        createdOn: day(created),
        amount: { decimal: String(1000 + ((nth * 37) % 400) * 10), currency: 'EUR' },
        outcome: isClosed ? (nth % 3 === 0 ? 'won' : 'lost') : 'open',
        ...(isClosed ? { closedOn: day(created + life) } : { closeOn: day(created + life) }),
        forecastCategory: isClosed ? 'Closed' : 'Commit',
        crmProbability: 0.4,
      },
      `${today}T09:00:00.000Z`,
    );
  });
  const at = `${today}T09:00:00.000Z`;
  await writeReads(database, batch(reads, { at, viewedAt: at }));
  await ensureColumns(database);
  return database;
}

describe('the record of a store', () => {
  test('is made of its deals, and what no sight or history told of a day is not in it', async () => {
    const seen: number[] = [];
    const record = await readRecord(await filled(), query, ({ done, of }) => seen.push(done / of));
    expect(record).toMatchObject({ scope: 'all', currency: 'EUR', today, frozen: 0, withoutPast: 1 });
    const { months } = record;
    if (months.kind !== 'measured') throw new Error('not measured');
    expect(months.all.periods).toBeGreaterThan(12);
    expect(months.all.baselines.runRate).toMatchObject({ kind: 'scored' });
    // All was read today: stages, amounts and categories of the past are nobody's knowledge.
    expect(months.all.baselines.stageWeights).toEqual({ kind: 'absent' });
    expect(months.all.baselines.commit).toEqual({ kind: 'absent' });
    expect(seen.length).toBeGreaterThan(40);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('asks a chance of a target only on days on which it had been entered', async () => {
    const database = await filled();
    const entered = day(-60);
    const months = (from: number) => {
      const start = dayText((dayNumber(today) ?? 0) + from)
        .slice(0, 8)
        .concat('01');
      const end = Temporal.PlainDate.from(start).add({ months: 1 }).toString();
      return {
        scope: 'all',
        period: `${start}/${end}`,
        from: entered,
        amountMinor: 700_000,
        currency: 'EUR',
      };
    };
    const targets = [-400, -300, -200, -100, -62, -31].map(months);
    await saveTargets(database, targets);
    const record = await readRecord(database, query, () => {});
    if (record.months.kind !== 'measured') throw new Error('not measured');
    const of = record.months.forecasts.filter(({ start, end }) =>
      targets.some(({ period }) => period === `${start}/${end}`),
    );
    expect(of.length).toBeGreaterThan(20);
    for (const { asOf, markFrom, markMinor } of of) {
      expect(markFrom, asOf).toBe(asOf > entered ? 'target' : 'reference');
      if (asOf <= entered) expect(markMinor, asOf).not.toBe(700_000);
    }
    expect(of.filter(({ markFrom }) => markFrom === 'target').length).toBeGreaterThan(4);
  });

  test('tells the categories of open deals that are in no commitment because nobody knows them', async () => {
    const database = await filled();
    expect((await readRecord(database, query, () => {})).unknownCategories).toEqual({ deals: 0, words: [] });
    const at = `${today}T10:00:00.000Z`;
    const said = ['Warm', 'Hot', 'Bedste tilfælde', 'Hot', ''].map((forecastCategory, nth) =>
      read(`c${nth}`, { name: `Category ${nth}`, outcome: 'open', createdOn: today, forecastCategory }, at),
    );
    const closed = read(
      'c9',
      { name: 'Closed', outcome: 'lost', closedOn: today, forecastCategory: 'Cold' },
      at,
    );
    await writeReads(database, batch([...said, closed], { at, viewedAt: at, batchId: 'b2' }));
    expect((await readRecord(database, query, () => {})).unknownCategories).toEqual({
      deals: 3,
      words: ['Hot', 'Warm'],
    });
  });

  test('of a person is of that person’s deals alone', async () => {
    const database = await filled();
    const landed = async (scope: string) => {
      const { months } = await readRecord(database, { ...query, scope }, () => {});
      if (months.kind !== 'measured') throw new Error('not measured');
      return new Map(months.forecasts.map(({ start, landedMinor }) => [start, landedMinor]));
    };
    const [all, ada, bo] = [await landed('all'), await landed('person:Ada'), await landed('person:Bo')];
    const both = [...ada].filter(([start]) => bo.has(start));
    expect(both.length).toBeGreaterThan(8);
    for (const [start, minor] of both) expect(minor + (bo.get(start) ?? 0)).toBe(all.get(start));
  });
});

describe('what is to be frozen', () => {
  test('are the report’s periods with what the usual ways say, as rows that the store takes', async () => {
    const database = await filled();
    const report = await readForecast(database, query);
    const [now, next] = report.frozen;
    expect(report.frozen.map(({ period }) => period)).toEqual([
      '2026-01-01/2026-04-01',
      '2026-04-01/2026-07-01',
    ]);
    expect(z.safeParse(z.array(frozenForecast), report.frozen).success).toBe(true);
    const forecast = report.periods[0]?.forecast;
    expect(now).toMatchObject({
      takenOn: today,
      p50: Math.round(forecast?.p50 ?? NaN),
      wonMinor: forecast?.wonToDate,
      openDeals: report.open,
      pHit: null,
    });
    // Without a target, a share of the run rate and the chance of it; with one, its own chance.
    for (const { reference, baselines } of report.frozen) {
      const share = (reference?.markMinor ?? NaN) / (baselines.runRateMinor ?? NaN);
      expect([0.8, 0.9, 1, 1.1, 1.25].some((one) => Math.abs(one - share) < 1e-5)).toBe(true);
      expect(reference?.pHit).toBeGreaterThan(0);
      expect(reference?.pHit).toBeLessThan(1);
    }
    const mark = now?.reference?.markMinor ?? NaN;
    const period = { scope: 'all', period: now?.period ?? '', from: today, currency: 'EUR' };
    await saveTargets(database, [{ ...period, amountMinor: mark }]);
    const [marked] = (await readForecast(database, query)).frozen;
    expect(marked).toMatchObject({ targetMinor: mark, pHit: now?.reference?.pHit });
    expect(marked).not.toHaveProperty('reference');
    const open = (await database.deals.toArray()).filter(({ outcome }) => outcome === 'open');
    const due = (from: string, to: string) =>
      open.reduce(
        (sum, { closeOn, amountMinor }) =>
          sum + ((closeOn ?? '') >= from && (closeOn ?? '') < to ? (amountMinor ?? 0) : 0),
        0,
      );
    expect(now?.openMinor).toBe(open.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0));
    expect(now?.baselines.commitMinor).toBe((now?.wonMinor ?? 0) + due(today, '2026-04-01'));
    expect(now?.baselines.stageWeightsMinor).toBe(
      (now?.wonMinor ?? 0) + Math.round(0.4 * due(today, '2026-04-01')),
    );
    expect(next?.baselines.commitMinor).toBe(due('2026-04-01', '2026-07-01'));
    // The last quarter that is over: what was won in it.
    const before = (await database.deals.toArray()).reduce(
      (sum, { outcome, closedOn, amountMinor }) =>
        outcome === 'won' && (closedOn ?? '') >= '2025-10-01' && (closedOn ?? '') < '2026-01-01'
          ? sum + (amountMinor ?? 0)
          : sum,
      0,
    );
    expect([now?.baselines.lastPeriodMinor, next?.baselines.lastPeriodMinor]).toEqual([before, before]);
  });

  test('is frozen once a day, and counts once its period is over', async () => {
    const database = await filled();
    const clock = { today, zone: 'UTC', now: `${today}T10:00:00.000Z` };
    let rows: readonly FrozenForecast[] = [];
    const onReport = async (report: ForecastReport) => void (rows = report.frozen);
    await readForecastGlance(database, clock, onReport);
    expect(await rowsToFreeze(database, rows, clock)).toEqual(rows);
    await saveRows(database, { table: 'snapshots', put: rows, isKept: true });
    expect(await rowsToFreeze(database, rows, clock)).toEqual([]);
    const later = rows.map((row) => ({ ...row, p50: row.p50 + 1 }));
    await saveRows(database, { table: 'snapshots', put: later, isKept: true });
    expect(await database.table('snapshots').toArray()).toEqual(rows);
    // A row of a quarter that is over takes the place of the forecast that is made again now.
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    const past = { ...row, period: '2025-10-01/2026-01-01', start: '2025-10-01', end: '2026-01-01' };
    const put = [
      { ...past, takenOn: '2025-11-15' },
      { ...past, takenOn: '2025-11-15', scope: 'person:Ada' },
    ];
    await saveRows(database, { table: 'snapshots', put, isKept: true });
    const { quarters, frozen } = await readRecord(database, query, () => {});
    expect(frozen).toBe(1);
    if (quarters.kind !== 'measured') throw new Error('not measured');
    const found = quarters.forecasts.filter(({ madeBy }) => madeBy === 'frozen');
    expect(found).toMatchObject([{ start: '2025-10-01', share: 0.5, asOf: '2025-11-16', p50: row.p50 }]);
  });
});
