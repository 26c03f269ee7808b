import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ForecastAnswer } from '../../../lib/forecast/answer';
import type { DealRead, DealValues } from '../../../lib/deal/deal';
import { dealInputOf } from '../../../lib/forecast/deal-input-of';
import { NO_WHAT_IF } from '../../../lib/forecast/what-if/no-what-if';
import { converter } from '../../../lib/pipeline/converter';
import { scopeFacts } from '../../../lib/pipeline/facts/scope-facts';
import type { Database } from '../../../lib/store/database';
import { readFacts } from '../../../lib/store/read-facts';
import { learnForecast, readForecast } from '../../../lib/store/read-forecast';
import { readGlance } from '../../../lib/store/read-glance';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read, saveTargets } from './open';
import { day, filled, pastDeals, today } from './past-deals';

const query = { today, zone: 'UTC', currency: 'EUR', scope: 'all' };
const tool = fileURLToPath(new URL('../../tools/forecast.mjs', import.meta.url));

const withoutCreation = (one: DealRead): DealRead => {
  const { createdOn: _, ...values } = one.values;
  return { ...one, values };
};

const inEuro = (values: DealValues): DealValues =>
  values.amount ? { ...values, amount: { ...values.amount, currency: 'EUR' } } : values;

/** The stored deals as one line for the command. */
async function requestOf(database: Database, periods: readonly object[], asOf: string) {
  const changes = await database.changes.toArray();
  const convert = converter(await database.rates.toArray(), 'EUR');
  const deals = (await database.deals.toArray()).flatMap((deal) => {
    const own = changes.filter(({ key }) => key === deal.key);
    const input = dealInputOf(deal, own, { today, periodStart: '2026-01-01', convert });
    return typeof input === 'string' ? [] : [input];
  });
  return JSON.stringify({ v: 1, id: 'store', asOf, dataStart: null, stages: [], periods, deals });
}

describe('the forecast of a store', () => {
  test('is what the command line says of the same deals as the day begins, while nothing has happened on it', async () => {
    // The day after everything was read.
    const database = await filled();
    const tomorrow = day(1);
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
    const report = await readForecast(database, { ...query, today: tomorrow });
    expect(await database.changes.count()).toBeGreaterThan(20);
    const next = { start: '2026-04-01', end: '2026-07-01' };
    const line = await requestOf(
      database,
      [
        { id: '2026-01-01/2026-04-01', ...period, target: 4_000_000 },
        { id: '2026-04-01/2026-07-01', ...next, target: null },
      ],
      tomorrow,
    );
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
    expect(report.uncreated).toEqual({ open: 0, closed: 0 });
    // The steps behind a chance end with the chance.
    const first = now?.top[0];
    expect(first?.drivers.at(-1)?.chance).toBeCloseTo(first?.chance ?? NaN, 12);
  });

  test('has credit notes as the popup and Coverage have them: won they lower it, open they are nothing to win', async () => {
    const [without, database] = [await filled(), await filled()];
    const at = `${today}T09:00:00.000Z`;
    const note = (id: string, decimal: string, values: DealValues) =>
      read(id, { createdOn: day(-20), stage: 'Offer', amount: { decimal, currency: 'EUR' }, ...values }, at);
    await writeReads(
      database,
      batch(
        [
          note('won', '-123.45', { outcome: 'won', closedOn: day(-2) }),
          note('ahead', '-50', { outcome: 'won', closedOn: day(3) }),
          note('open', '-4000', { outcome: 'open', crmProbability: 0.9, closeOn: day(5) }),
        ],
        { batchId: 'b-notes', at, viewedAt: at },
      ),
    );
    const [plain, noted] = [await readForecast(without, query), await readForecast(database, query)];
    const [glanceBefore, glance] = [await readGlance(without, today), await readGlance(database, today)];
    const [before, after] = [plain.periods[0], noted.periods[0]];
    expect(glance?.won.minor).toBe((glanceBefore?.won.minor ?? NaN) - 12_345 - 5000);
    expect(after?.forecast.wonToDate).toBe(glance?.won.minor);
    expect(after?.wonByDay.at(-1)).toBeCloseTo(after?.forecast.wonToDate ?? NaN, 6);
    expect(glance?.open.minor).toBe(glanceBefore?.open.minor);
    expect(glance?.weighted.minor).toBe(glanceBefore?.weighted.minor);
    expect(noted.frozen.map(({ openMinor }) => openMinor)).toEqual(
      plain.frozen.map(({ openMinor }) => openMinor),
    );
    // The one that is open brings nothing, whatever its chance.
    const key = (await database.deals.toArray()).find(({ id }) => id === 'open')?.key;
    expect(after?.top.find((one) => one.key === key)?.value ?? 0).toBe(0);
    const asked = { today, currency: 'EUR', zone: 'UTC', from: day(-7) };
    const facts = await readFacts(database, asked, new AbortController().signal);
    if (facts === undefined) throw new Error('no facts');
    const sums = scopeFacts(facts, { kind: 'all' });
    expect(sums.open.minor).toBe(glance?.open.minor);
    expect(sums.won.minor).toBe(glance?.won.minor);
    // The forecast is lower by what was taken back; of what is to come a little, for such things happen.
    const lower = (before?.forecast.mean ?? NaN) - 17_345 - (after?.forecast.mean ?? NaN);
    const left = (before?.forecast.mean ?? NaN) - (before?.forecast.wonToDate ?? NaN);
    expect(lower / left).toBeGreaterThan(0);
    expect(lower / left).toBeLessThan(0.01);
  });

  test('counts what was won this morning, and has the rest of the day before it, on the period’s last day too', async () => {
    const database = await filled();
    const [eve, last] = ['2026-03-30', '2026-03-31'];
    const soFar = (await readForecast(database, { ...query, today: eve })).periods[0]?.forecast;
    const target = (soFar?.wonToDate ?? 0) + 100_000;
    await saveTargets(database, [
      { scope: 'all', period: '2026-01-01/2026-04-01', from: eve, amountMinor: target, currency: 'EUR' },
    ]);
    const before = await readForecast(database, { ...query, today: last });
    const [day0] = before.periods;
    expect(day0?.forecast.wonToDate).toBe(soFar?.wonToDate);
    expect(day0?.forecast.p90).toBeGreaterThan(soFar?.wonToDate ?? NaN);
    expect(day0?.forecast.pHit).toBeGreaterThan(0);
    expect(day0?.forecast.pHit).toBeLessThan(1);
    expect(day0?.top.some(({ chance }) => chance > 0)).toBe(true);
    // A day is less than two.
    const two = await readForecast(database, { ...query, today: eve });
    expect(day0?.forecast.pHit).toBeLessThan(two.periods[0]?.forecast.pHit ?? NaN);

    const at = `${last}T07:00:00.000Z`;
    const won = read(
      'today',
      { outcome: 'won', createdOn: eve, closedOn: last, amount: { decimal: '999', currency: 'EUR' } },
      at,
    );
    await writeReads(database, batch([won], { batchId: 'b-3', at, viewedAt: at }));
    const after = (await readForecast(database, { ...query, today: last })).periods[0]?.forecast;
    expect(after?.wonToDate).toBe((soFar?.wonToDate ?? NaN) + 99_900);
    expect(after?.p90).toBeGreaterThan(after?.wonToDate ?? NaN);
    expect(after?.pHit).toBeGreaterThan(day0?.forecast.pHit ?? NaN);
    expect(after?.pHit).toBeLessThan(1);
    // The day after, the period is over.
    const over = await readForecast(database, { ...query, today: '2026-04-01' });
    expect(over.periods[0]?.start).toBe('2026-04-01');
  });

  test('has so much of today before it as the user’s clock says, and so has the run rate that is frozen beside it', async () => {
    const database = await filled();
    const last = '2026-03-31';
    const zone = 'America/Los_Angeles';
    const at = async (hour: number) => {
      const now = Temporal.PlainDateTime.from(`${last}T00:00`)
        .toZonedDateTime(zone)
        .add({ hours: hour })
        .toInstant()
        .toString();
      const { periods, frozen } = await readForecast(database, { ...query, zone, today: last, now });
      const [first, next] = periods;
      const won = first?.forecast.wonToDate ?? NaN;
      return {
        mean: (first?.forecast.mean ?? NaN) - won,
        p90: (first?.forecast.p90 ?? NaN) - won,
        runRate: (frozen[0]?.baselines.runRateMinor ?? NaN) - won,
        next: [next?.forecast.mean, frozen[1]?.baselines.runRateMinor],
      };
    };
    const [dawn, noon, late, over] = [await at(0), await at(12), await at(23), await at(24)];
    const { mean, runRate } = dawn;
    expect(mean).toBeGreaterThan(0);
    expect(runRate).toBeGreaterThan(0);
    expect(noon.runRate / runRate).toBeCloseTo(1 / 2, 3);
    expect(late.runRate / runRate).toBeCloseTo(1 / 24, 3);
    // Half the hazard is half the chance but for what is won twice.
    expect(noon.mean / mean).toBeCloseTo(1 / 2, 1);
    expect(late.mean / mean).toBeCloseTo(1 / 24, 1);
    expect([over.mean, over.p90, over.runRate]).toEqual([0, 0, 0]);
    // The next period has all of its days before it.
    expect(over.next[1]).toBe(dawn.next[1]);
    expect((over.next[0] ?? NaN) / (dawn.next[0] ?? NaN)).toBeCloseTo(1, 1);
  });

  test('has a won deal that is dated ahead as won, in the period of its day, as the popup has it', async () => {
    const [without, database] = [await filled(), await filled()];
    const at = `${today}T09:00:00.000Z`;
    const wonOn = (id: string, closedOn: string, currency = 'EUR') =>
      read(
        id,
        {
          outcome: 'won',
          createdOn: day(-30),
          stage: 'Offer',
          closedOn,
          amount: { decimal: '9000', currency },
        },
        at,
      );
    const lost = read('lost', { outcome: 'lost', createdOn: day(-30), closedOn: day(2) }, at);
    await writeReads(
      database,
      batch([wonOn('a', day(1)), wonOn('b', '2026-03-31', 'DKK'), wonOn('c', '2026-04-02'), lost], {
        batchId: 'b-3',
        at,
        viewedAt: at,
      }),
    );
    const report = await readForecast(database, query);
    const before = await readForecast(without, query);
    const glance = await readGlance(database, today);
    const [now, next] = report.periods;
    expect(now?.forecast.wonToDate).toBe(glance?.won.minor);
    expect(now?.forecast.wonToDate).toBe((before.periods[0]?.forecast.wonToDate ?? NaN) + 900_000 + 120_600);
    expect(now?.wonByDay.at(-1)).toBeCloseTo(now?.forecast.wonToDate ?? NaN, 6);
    expect(next?.forecast.wonToDate).toBe(900_000);
    expect([report.open, report.wonAhead]).toEqual([before.open, 3]);
    for (const [nth, one] of report.periods.entries()) {
      const was = before.periods[nth]?.forecast;
      // Won for certain: the whole distribution moves by it.
      const moved = one.forecast.wonToDate - (was?.wonToDate ?? NaN);
      expect(one.forecast.p10).toBeCloseTo((was?.p10 ?? NaN) + moved, 4);
      expect(one.forecast.p90).toBeCloseTo((was?.p90 ?? NaN) + moved, 4);
      expect(one.parts.won + one.parts.open + one.parts.fresh).toBeCloseTo(one.forecast.mean, 6);
    }
    expect(report.frozen.map(({ wonMinor }) => wonMinor)).toEqual([now?.forecast.wonToDate, 900_000]);
  });

  test('keeps what has no rate apart, and says how many', async () => {
    const all = await readForecast(await filled(), query);
    const apart = await readForecast(await filled([]), query);
    expect(all.leftOut.noRate).toBe(0);
    expect(apart.leftOut.noRate).toBe(36);
    expect(apart.deals).toBe(all.deals - 36);
  });

  test('takes no deal for one created today because a list without days of creation was read today', async () => {
    const [stated, unstated] = [freshDatabase(), freshDatabase()];
    const at = `${today}T09:00:00.000Z`;
    const deals = pastDeals().map((one) => ({ ...one, values: inEuro(one.values) }));
    await writeReads(stated, batch(deals, { at, viewedAt: at }));
    await writeReads(unstated, batch(deals.map(withoutCreation), { at, viewedAt: at }));
    const [known, unknown] = [await readForecast(stated, query), await readForecast(unstated, query)];
    expect([unknown.open, unknown.deals]).toEqual([known.open, known.deals]);
    for (const nth of [0, 1]) {
      const [a, b] = [known.periods[nth], unknown.periods[nth]];
      expect(b?.forecast.wonToDate).toBe(a?.forecast.wonToDate);
      // Without a creation the pace of wins tells of what is to come: much the same, and never fifteen times it.
      const left = (one: typeof a) => (one?.forecast.p50 ?? 0) - (one?.forecast.wonToDate ?? 0);
      expect(left(b) / left(a)).toBeGreaterThan(0.6);
      expect(left(b) / left(a)).toBeLessThan(1.6);
      expect(b?.parts.open).toBeGreaterThan(0);
      expect(b?.top.every(({ chance, value }) => chance > 0 && value > 0)).toBe(true);
    }
    expect(unknown.uncreated).toEqual({ open: unknown.open, closed: unknown.deals - unknown.open });
  });

  test('of deals without a creation answers suppositions from itself, and more wins bring more', async () => {
    const database = freshDatabase();
    const at = `${today}T09:00:00.000Z`;
    const deals = pastDeals().map((one) => withoutCreation({ ...one, values: inEuro(one.values) }));
    await writeReads(database, batch(deals, { at, viewedAt: at }));
    const { report, desk } = await learnForecast(database, query);
    const same = desk.answer({ nth: 0, whatIf: NO_WHAT_IF, shown: [] });
    expect(same?.forecast).toEqual(report.periods[0]?.forecast);
    const more = desk.answer({ nth: 0, whatIf: { ...NO_WHAT_IF, winRate: 1.5 }, shown: [] });
    expect(more?.forecast.mean).toBeGreaterThan(same?.forecast.mean ?? NaN);
  });

  test('has a deal that says it is created ahead, or after its own closing, as the popup has it', async () => {
    const database = await filled();
    const at = `${today}T09:00:00.000Z`;
    const amount = { decimal: '9000', currency: 'EUR' };
    const open = read('ahead', { outcome: 'open', stage: 'Talk', createdOn: day(1), amount }, at);
    const won = read('late', { outcome: 'won', createdOn: today, closedOn: day(-40), amount }, at);
    const before = await readForecast(database, query);
    await writeReads(database, batch([open, won], { batchId: 'b-3', at, viewedAt: at }));
    const report = await readForecast(database, query);
    const glance = await readGlance(database, today);
    expect(report.open).toBe(before.open + 1);
    expect(report.periods[0]?.forecast.wonToDate).toBe(glance?.won.minor);
    expect(report.periods[0]?.forecast.wonToDate).toBe(
      (before.periods[0]?.forecast.wonToDate ?? NaN) + 900_000,
    );
  });

  test('expects no more wins than usually come, whoever else is open and says not when it was created', async () => {
    const [few, more] = [await filled(), await filled()];
    const at = `${today}T09:30:00.000Z`;
    const others = Array.from({ length: 40 }, (_, nth) =>
      read(
        `other-${nth}`,
        { outcome: 'open', stage: 'Talk', amount: { decimal: '3000', currency: 'EUR' } },
        at,
      ),
    );
    await writeReads(more, batch(others, { batchId: 'b-3', at, viewedAt: at }));
    const [a, b] = [await readForecast(few, query), await readForecast(more, query)];
    expect(b.open).toBe(a.open + 40);
    expect(b.uncreated).toEqual({ open: 40, closed: 0 });
    // 55 deals were won in 360 days. Neither are forty created today, nor do wins come from nowhere.
    for (const [nth, days] of [27, 91].entries()) {
      const period = b.periods[nth];
      const open = period?.top.reduce((sum, { chance }) => sum + chance, 0) ?? NaN;
      expect(period?.freshWins).toBeGreaterThanOrEqual(a.periods[nth]?.freshWins ?? NaN);
      expect((period?.freshWins ?? NaN) + open).toBeLessThan(1.25 * (55 / 360) * days);
    }
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
    const width = async (openTotal?: number | null) => {
      const forecast = (await readForecast(database, { ...query, openTotal })).periods[0]?.forecast;
      return (forecast?.p90 ?? 0) - (forecast?.p10 ?? 0);
    };
    expect(await width(60)).toBeGreaterThan(1.1 * (await width()));
    // Where it says nothing of how many there are, that is said as well, and kept with what is frozen.
    expect(await width(null)).toBeGreaterThan(1.01 * (await width()));
    const { isTotalUnknown, frozen } = await readForecast(database, { ...query, openTotal: null });
    expect(isTotalUnknown).toBe(true);
    expect(frozen[0]?.sight).toEqual({ read: 20, total: null });
    expect((await readForecast(database, query)).isTotalUnknown).toBe(false);
  });

  test('is no wider for deals that were read and left out: a rate is missing, not a deal', async () => {
    const database = await filled([]);
    const glance = await readGlance(database, today);
    const openTotal = glance?.completeness.openRead;
    const [alone, stated] = [
      await readForecast(database, query),
      await readForecast(database, { ...query, openTotal }),
    ];
    expect(openTotal).toBe(alone.open + 2);
    expect(stated).toEqual(alone);
    // Ten that were not read are as ten of the twenty: the same share whatever has a rate.
    const partial = await readForecast(database, { ...query, openTotal: 30 });
    expect(partial.periods[0]?.forecast.remarks?.[0]).toMatch(/^20 of 30 open deals/);
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
