import { expect, test } from 'vitest';
import { dayText } from '../../../lib/calendar/day-text';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import type { Database } from '../../../lib/store/database';
import { readFacts } from '../../../lib/store/read-facts';
import { learnForecast } from '../../../lib/store/read-forecast';
import { readForecastGlance } from '../../../lib/store/read-forecast-glance';
import { readRecord } from '../../../lib/store/read-record';
import { changeSettings } from '../../../lib/store/settings';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read, saveTargets } from './open';
import { day, pastDeals, today } from './past-deals';

const now = `${today}T10:00:00.000Z`;
const clock = { today, now, zone: 'UTC' };
const query = { ...clock, currency: 'EUR', scope: 'all' };

/** Closings of the last hundred days were read, and one win of long ago. */
async function store(stray: boolean): Promise<Database> {
  const database = freshDatabase();
  const amount = { decimal: '9000', currency: 'EUR' };
  const kept = pastDeals().flatMap((one) => {
    const { closedOn } = one.values;
    if (typeof closedOn === 'string' && closedOn < day(-100)) return [];
    return { ...one, values: { ...one.values, amount } };
  });
  const old = read('old', { outcome: 'won', createdOn: day(-520), closedOn: day(-500), amount }, now);
  await writeReads(database, batch(stray ? [...kept, old] : kept, { at: now, viewedAt: now }));
  await ensureColumns(database);
  await changeSettings(database, {
    fiscal: { period: 'month', yearStartMonth: 1 },
    reportingCurrency: 'EUR',
  });
  await saveTargets(database, [
    {
      scope: 'all',
      period: '2026-03-01/2026-04-01',
      from: '2026-03-01',
      amountMinor: 9_000_000,
      currency: 'EUR',
    },
  ]);
  return database;
}

async function said(database: Database) {
  const { report } = await learnForecast(database, query);
  const record = await readRecord(database, query, () => {});
  const facts = await readFacts(database, query, new AbortController().signal);
  const glance = await readForecastGlance(database, clock);
  const required = glance?.required;
  return {
    closings: [report.closedSince, record.closedSince, dayText(facts?.watchedFrom ?? 0)],
    lastPeriod: report.frozen[0]?.baselines.lastPeriodMinor,
    past: facts?.periods.length,
    needed: required?.kind === 'known' ? required.periods : required,
  };
}

test('a stray closing of long ago is not the beginning of recording: not for forecast, record, coverage or popup', async () => {
  const [without, with_] = [await said(await store(false)), await said(await store(true))];
  for (const { closings } of [without, with_]) {
    expect(new Set(closings).size).toBe(1);
    // A beginning is the day of a win: the first of them is a few days later.
    expect(closings[0]?.localeCompare(day(-101))).toBe(1);
    expect(closings[0]?.localeCompare(day(-90))).toBe(-1);
  }
  expect({ ...with_, closings: [] }).toEqual({ ...without, closings: [] });
});

test('of a last period that began before recording did nothing is said', async () => {
  const database = await store(true);
  await changeSettings(database, { fiscal: { period: 'quarter', yearStartMonth: 1 } });
  const { report } = await learnForecast(database, query);
  expect(report.frozen.map(({ baselines }) => baselines.lastPeriodMinor)).toEqual([null, null]);
});
