import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ForecastAnswer } from '../../../lib/forecast/answer';
import { dealInputOf } from '../../../lib/forecast/deal-input-of';
import { converter } from '../../../lib/pipeline/converter';
import type { Database } from '../../../lib/store/database';
import { readForecast } from '../../../lib/store/read-forecast';
import { readGlance } from '../../../lib/store/read-glance';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, saveTargets } from './open';
import { day, filled, pastDeals, today } from './past-deals';

const query = { today, currency: 'EUR', scope: 'all' };
const tool = fileURLToPath(new URL('../../tools/forecast.mjs', import.meta.url));

/** The stored deals as one line for the command. */
async function requestOf(database: Database, periods: readonly object[]) {
  const changes = await database.changes.toArray();
  const convert = converter(await database.rates.toArray(), 'EUR');
  const deals = (await database.deals.toArray()).flatMap((deal) => {
    const own = changes.filter(({ key }) => key === deal.key);
    const input = dealInputOf(deal, own, { today, periodStart: '2026-01-01', convert });
    return typeof input === 'string' ? [] : [input];
  });
  return JSON.stringify({ v: 1, id: 'store', asOf: day(1), dataStart: null, stages: [], periods, deals });
}

describe('the forecast of a store', () => {
  test('is what the command line says of the same deals, number for number, and deal for deal', async () => {
    const database = await filled();
    const period = { start: '2026-01-01', end: '2026-04-01' };
    await saveTargets(database, [
      {
        scope: 'all',
        period: `${period.start}/${period.end}`,
        from: '2026-01-01',
        amountMinor: 4_000_000,
        currency: 'EUR',
      },
    ]);
    const report = await readForecast(database, query);
    expect(await database.changes.count()).toBeGreaterThan(20);
    const next = { start: '2026-04-01', end: '2026-07-01' };
    const line = await requestOf(database, [
      { id: '2026-01-01/2026-04-01', ...period, target: 4_000_000 },
      { id: '2026-04-01/2026-07-01', ...next, target: null },
    ]);
    const { stdout } = spawnSync(process.execPath, [tool], { input: line, encoding: 'utf8' });
    const answer = JSON.parse(stdout) as ForecastAnswer;
    expect(report.periods.map(({ forecast }) => forecast)).toEqual(answer.forecasts);
    expect(report.periods[0]?.forecast.pHit).toBeGreaterThan(0);
    for (const { top, start, end } of report.periods) {
      const said = new Map(answer.perDeal.map((one) => [one.id, one.pWinInPeriod[`${start}/${end}`]]));
      expect(top.length).toBe(report.open);
      expect(top.map(({ key, chance }) => [key, chance])).toEqual(top.map(({ key }) => [key, said.get(key)]));
    }
  });

  test('has won to date as the popup has it, parts that add up to the mean, and days that add up to won', async () => {
    const database = await filled();
    const report = await readForecast(database, query);
    const glance = await readGlance(database, today);
    const [now, next] = report.periods;
    expect(report.basis).toMatchObject({ kind: 'measured' });
    expect(now?.forecast.wonToDate).toBe(glance?.won.minor);
    expect(now?.wonByDay.at(-1)).toBeCloseTo(now?.forecast.wonToDate ?? NaN, 6);
    expect(now?.wonByDay).toHaveLength(64);
    for (const { parts, forecast } of report.periods)
      expect(parts.won + parts.open + parts.fresh).toBeCloseTo(forecast.mean, 6);
    expect(next?.wonByDay).toEqual([]);
    expect(report.since).toBe(day(-360));
    expect(report.closedUncreated).toBe(0);
    // The steps behind a chance end with the chance.
    const first = now?.top[0];
    expect(first?.drivers.at(-1)?.chance).toBeCloseTo(first?.chance ?? NaN, 12);
  });

  test('keeps what has no rate apart, and says how many', async () => {
    const all = await readForecast(await filled(), query);
    const apart = await readForecast(await filled([]), query);
    expect(all.leftOut.noRate).toBe(0);
    expect(apart.leftOut.noRate).toBe(36);
    expect(apart.deals).toBe(all.deals - 36);
  });

  test('of a person is of that person’s deals alone', async () => {
    const database = await filled();
    const [all, ada] = [
      await readForecast(database, query),
      await readForecast(database, { ...query, scope: 'person:Ada' }),
    ];
    expect(ada.deals).toBe(90);
    expect(ada.periods[0]?.forecast.wonToDate).toBeLessThan(all.periods[0]?.forecast.wonToDate ?? 0);
  });

  test('is wider where the CRM says there are more open deals than were read', async () => {
    const database = await filled();
    const width = async (openTotal?: number) => {
      const forecast = (await readForecast(database, { ...query, openTotal })).periods[0]?.forecast;
      return (forecast?.p90 ?? 0) - (forecast?.p10 ?? 0);
    };
    expect(await width(60)).toBeGreaterThan(1.1 * (await width()));
  });

  test('is refused with its reason where too little is known', async () => {
    const database = freshDatabase();
    expect((await readForecast(database, query)).basis).toMatchObject({
      kind: 'too-few',
      reason: 'no-deals',
    });
    await writeReads(database, batch(pastDeals().slice(-12)));
    expect((await readForecast(database, query)).basis).toMatchObject({
      kind: 'too-few',
      reason: 'no-closed-deals',
      cure: 'read-closed-deals',
    });
  });
});
