import { describe, expect, test } from 'vitest';
import { coverageRows } from '../../../components/pipeline/coverage-rows';
import { defaultSettings } from '../../../lib/deal/settings';
import { isOfGlance } from '../../../lib/pipeline/is-of-glance';
import { readFacts } from '../../../lib/store/read-facts';
import { readForecast } from '../../../lib/store/read-forecast';
import { readForecastGlance } from '../../../lib/store/read-forecast-glance';
import { readGlance } from '../../../lib/store/read-glance';
import type { Database } from '../../../lib/store/database';
import { readRecord } from '../../../lib/store/read-record';
import { readMark, readState } from '../../../lib/store/read-state';
import { wipeStore } from '../../../lib/store/wipe';
import { rowsToFreeze } from '../../../lib/store/rows-to-freeze';
import { saveRows } from '../../../lib/store/save-rows';
import { beginSync, finishSync } from '../../../lib/store/syncs';
import { refusalOf } from '../../../lib/messages/check-own';
import { changeSettings } from '../../../lib/store/settings';
import { targetsOf } from '../../../lib/store/targets';
import { batch, freshDatabase, read, saveTargets } from './open';
import { day, filled, today } from './past-deals';
import { writeReads } from '../../../lib/store/write-reads';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';

const now = `${today}T10:00:00.000Z`;
const clock = { today, zone: 'UTC', now };
const heldBack = async (database: Database, moment: typeof clock) =>
  (await readRecord(database, { ...moment, currency: 'EUR', scope: 'all' }, () => {})).heldBack;
const month = { period: 'month', yearStartMonth: 1 } as const;

async function withTarget(scope = 'all') {
  const database = await filled();
  await changeSettings(database, { fiscal: month, scope, reportingCurrency: 'EUR' });
  await saveTargets(database, [
    { scope, period: '2026-03-01/2026-04-01', from: '2026-03-01', amountMinor: 900_000, currency: 'EUR' },
  ]);
  return database;
}

describe('the rows to freeze', () => {
  test('are the day’s, stored once and never edited, and none while a pipeline is being read', async () => {
    const database = await withTarget();
    const { frozen } = await readForecast(database, { today, zone: 'UTC', currency: 'EUR', scope: 'all' });
    const rows = await rowsToFreeze(database, frozen, clock);
    expect(rows.map(({ scope, period, takenOn }) => [scope, period, takenOn])).toEqual([
      ['all', '2026-03-01/2026-04-01', today],
      ['all', '2026-04-01/2026-05-01', today],
    ]);
    expect(refusalOf('snapshots', rows)).toBeUndefined();
    const run = { tenant: 't', runId: 'r', host: 't', crm: 'x', label: 'X', at: now };
    await beginSync(database, run);
    expect(await rowsToFreeze(database, frozen, clock)).toEqual([]);
    await finishSync(database, { tenant: 't', at: now });
    expect(await rowsToFreeze(database, frozen, clock)).toEqual(rows);

    await saveRows(database, { table: 'snapshots', put: rows, isKept: true });
    expect(await rowsToFreeze(database, frozen, clock)).toEqual([]);
    const later = rows.map((row) => ({ ...row, p50: row.p50 + 1, p90: row.p90 + 1 }));
    await saveRows(database, { table: 'snapshots', put: later, isKept: true });
    expect(await database.table('snapshots').toArray()).toEqual(rows);
    expect(refusalOf('snapshots', [{ ...rows[0], p10: (rows[0]?.p50 ?? 0) + 1 }])).toHaveProperty('refused');
  });
});

describe('rows that were learned from another state of the store', () => {
  test('are not frozen: what was wiped meanwhile does not come back', async () => {
    const database = await withTarget();
    const { frozen } = await readForecast(database, { ...clock, currency: 'EUR', scope: 'all' });
    const rows = { table: 'snapshots', put: frozen, isKept: true } as const;
    const learnedFrom = await readMark(database);
    if (learnedFrom === undefined) throw new Error('no store');
    await wipeStore(database);
    expect(await saveRows(database, { ...rows, learnedFrom })).toBe(false);
    expect(await database.table('snapshots').count()).toBe(0);
    const other = { ...learnedFrom, uuid: 'another' };
    const present = await readMark(database);
    expect(await saveRows(database, { ...rows, learnedFrom: other })).toBe(false);
    expect(await saveRows(database, { ...rows, ...(present && { learnedFrom: present }) })).toBe(true);
    expect(await database.table('snapshots').count()).toBe(2);
  });
});

describe('a part of the pipeline', () => {
  const sync = { tenant: 't', runId: 'r', host: 't', crm: 'x', label: 'X' };

  test('is not frozen as if it were the whole on the day on which reading it was broken off', async () => {
    const database = await withTarget();
    const { frozen } = await readForecast(database, { today, zone: 'UTC', currency: 'EUR', scope: 'all' });
    await beginSync(database, { ...sync, at: now });
    await finishSync(database, { tenant: 't', at: now, stop: 'cancelled' });
    expect(await rowsToFreeze(database, frozen, clock)).toEqual([]);
    expect(await heldBack(database, clock)).toBe('broken-off');
    // It may never be taken up again: from the next day of the user's on it is what is known.
    const evening = { ...clock, zone: 'Pacific/Auckland', now: `${today}T10:59:00.000Z` };
    expect(await rowsToFreeze(database, frozen, evening)).toEqual([]);
    const next = { ...evening, now: `${today}T11:00:00.000Z` };
    expect(await rowsToFreeze(database, frozen, next)).toEqual(frozen);
    expect(await heldBack(database, { ...next, today: day(1) })).toBeUndefined();
    // Once all deals have been read, a run that is broken off leaves older sights and no part.
    const row = await database.syncs.get('t');
    if (row === undefined) throw new Error('no run');
    await database.syncs.put({ ...row, status: 'done', dealsReadAt: now });
    expect(await rowsToFreeze(database, frozen, clock)).toEqual(frozen);
    await beginSync(database, { ...sync, runId: 'r-2', at: now });
    await finishSync(database, { tenant: 't', at: now, stop: 'cancelled' });
    expect((await database.syncs.get('t'))?.dealsReadAt).toBeUndefined();
    expect(await rowsToFreeze(database, frozen, clock)).toEqual(frozen);
  });

  test('that stopped being read without a word was broken off then', async () => {
    const database = await withTarget();
    const { frozen } = await readForecast(database, { today, zone: 'UTC', currency: 'EUR', scope: 'all' });
    const begun = `${day(-1)}T10:00:00.000Z`;
    await beginSync(database, { ...sync, at: begun });
    expect(await rowsToFreeze(database, frozen, { ...clock, now: begun })).toEqual([]);
    expect(await heldBack(database, { ...clock, today: day(-1), now: begun })).toBe('reading');
    expect(await rowsToFreeze(database, frozen, clock)).toEqual(frozen);
    await saveRows(database, { table: 'snapshots', put: frozen, isKept: true });
    await beginSync(database, { ...sync, runId: 'r-2', at: now });
    // What is frozen already is not held back.
    expect(await heldBack(database, clock)).toBeUndefined();
  });

  test('says in what is frozen how much of it had been read', async () => {
    const database = await withTarget();
    const asked = { today, zone: 'UTC', currency: 'EUR', scope: 'all' };
    const part = (await readForecast(database, { ...asked, openTotal: 60 })).frozen;
    const { frozen, open } = await readForecast(database, asked);
    expect(part.map(({ sight }) => sight)).toEqual([
      { read: open, total: 60 },
      { read: open, total: 60 },
    ]);
    expect(frozen.every((row) => !('sight' in row))).toBe(true);
    expect(refusalOf('snapshots', part)).toBeUndefined();
  });
});

describe('the forecast of popup and badge', () => {
  test.each(['all', 'person:Ada'])(
    'of %s is the dashboard’s, and its coverage is that of Coverage',
    async (scope) => {
      const database = await withTarget(scope);
      const held = await readForecastGlance(database, clock);
      const report = await readForecast(database, { ...clock, openTotal: null, currency: 'EUR', scope });
      const forecast = report.periods[0]?.forecast;
      expect(held?.landing).toEqual({
        p10: Math.round(forecast?.p10 ?? NaN),
        p50: Math.round(forecast?.p50 ?? NaN),
        p90: Math.round(forecast?.p90 ?? NaN),
        pHit: forecast?.pHit,
        isTwoOutcomes: false,
      });
      expect(held?.landing.pHit).toBeGreaterThan(0);

      const facts = await readFacts(
        database,
        { today, zone: 'UTC', currency: 'EUR' },
        new AbortController().signal,
      );
      if (facts === undefined) throw new Error('given up');
      const rows = coverageRows(facts, {
        settings: { ...defaultSettings, fiscal: month },
        targets: await targetsOf(database).toArray(),
        rates: await database.rates.toArray(),
        forecast: { scope, newMinor: Math.round(report.periods[0]?.parts.fresh ?? NaN) },
      });
      const required = rows.find((row) => row.scope === scope)?.coverage?.required;
      expect(required).toMatchObject({ kind: 'known', newFrom: 'forecast' });
      expect(held?.required).toEqual(required);
    },
  );

  test('speaks of what the glance speaks of, until target, scope, period or day are others', async () => {
    const database = await withTarget();
    const held = await readForecastGlance(database, clock);
    const glance = async (on = today) => {
      const found = await readGlance(database, on);
      if (held === undefined || found === undefined) throw new Error('no figures');
      return isOfGlance(held, found);
    };
    expect(held).toMatchObject({
      ...(await readState(database).then((state) => ({ uuid: state?.uuid }))),
      madeAt: now,
    });
    expect(await glance()).toBe(true);
    expect(await glance(day(1))).toBe(false);
    // Won since, beyond what the forecast holds for certain: no period lands below what is won.
    const shown = await readGlance(database, today);
    if (held === undefined || shown === undefined) throw new Error('nothing held');
    const wonSince = held.landing.p10 + 1 - shown.won.minor;
    expect(isOfGlance(held, { ...shown, won: { ...shown.won, minor: shown.won.minor + wonSince - 1 } })).toBe(
      true,
    );
    expect(isOfGlance(held, { ...shown, won: { ...shown.won, minor: shown.won.minor + wonSince } })).toBe(
      false,
    );
    await changeSettings(database, { scope: 'person:Bo' });
    expect(await glance()).toBe(false);
    await changeSettings(database, { scope: null });
    expect(await glance()).toBe(true);
    await changeSettings(database, { fiscal: { period: 'quarter' } });
    expect(await glance()).toBe(false);
    await changeSettings(database, { fiscal: { period: 'month' } });
    await saveTargets(database, [
      { scope: 'all', period: '2026-03-01/2026-04-01', from: today, amountMinor: 1, currency: 'EUR' },
    ]);
    expect(await glance()).toBe(false);
  });

  test('of an empty store there is none, and of too few closed deals it claims nothing', async () => {
    const database = freshDatabase();
    await ensureColumns(database);
    expect(await readForecastGlance(database, clock)).toBeUndefined();
    const values = {
      name: 'One',
      outcome: 'open',
      createdOn: day(-9),
      amount: { decimal: '10', currency: 'EUR' },
    };
    await writeReads(database, batch([read('1', values as never)]));
    const held = await readForecastGlance(database, clock);
    expect(held?.basis).toMatchObject({ kind: 'too-few', have: 0 });
    expect(held?.landing.pHit).toBeUndefined();
    expect(held?.required).toBeUndefined();
  });

  test('of an amount too large to count with there is none, and nothing is shown as if it were money', async () => {
    const database = await withTarget();
    const amount = { decimal: '90000000000000', currency: 'EUR' };
    const values = { outcome: 'open', createdOn: day(-9), stage: 'Talk', amount } as const;
    const many = Array.from({ length: 60 }, (_, nth) => read(`9${nth}00`, values));
    await writeReads(database, batch(many, { batchId: 'b-3' }));
    const held = await readForecastGlance(database, clock);
    expect(held?.basis).toEqual({ kind: 'too-large' });
    expect(held?.landing).toEqual({ p10: 0, p50: 0, p90: 0, pHit: undefined, isTwoOutcomes: false });
    const report = await readForecast(database, { today, zone: 'UTC', currency: 'EUR', scope: 'all' });
    expect(report.basis).toEqual({ kind: 'too-large' });
    expect(report.frozen).toEqual([]);
  });
});
