import { expect, test } from 'vitest';
import { dayNumber } from '../../../lib/calendar/day-number';
import { daysToCome } from '../../../lib/calendar/days-to-come';
import { scopeFacts } from '../../../lib/pipeline/facts/scope-facts';
import { runRate } from '../../../lib/pipeline/pace/run-rate';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import { readFacts, storeGeneration } from '../../../lib/store/read-facts';
import { readForecast } from '../../../lib/store/read-forecast';
import { readGlance } from '../../../lib/store/read-glance';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';
import { day, filled, today } from './past-deals';

const query = { today: '2026-03-05', zone: 'UTC', currency: 'EUR' };
const going = new AbortController().signal;

test('the facts of a store are those of its popup, rows without id among them, in steps that lose no deal', async () => {
  const database = freshDatabase();
  const amount = { decimal: '10', currency: 'EUR' };
  const values = { outcome: 'open', owner: 'Ada', amount, createdOn: '2025-12-01' } as const;
  const deals = Array.from({ length: 430 }, (_, nth) => read(String(nth), { ...values, number: `N${nth}` }));
  const strays = [
    read(undefined, { ...values, number: 'S1' }),
    // A row of a deal that is there, and one without a number: neither is counted.
    read(undefined, { ...values, number: 'N7' }),
    read(undefined, { ...values, name: 'No number' }),
  ];
  await writeReads(database, batch([...deals, ...strays]));
  const won = read('3', { ...values, outcome: 'won', closedOn: '2026-03-04' }, '2026-03-04T10:00:00.000Z');
  await writeReads(database, batch([won], { batchId: 'b-2', at: '2026-03-04T10:00:00.000Z' }));
  await ensureColumns(database);
  const facts = await readFacts(database, query, going);
  const glance = await readGlance(database, query.today);
  if (facts === undefined) throw new Error('given up');
  const { open, won: wonNow } = scopeFacts(facts, { kind: 'all' });
  expect(open).toMatchObject({ minor: glance?.open.minor, n: glance?.open.n });
  expect(open.n).toBe(430);
  expect(wonNow).toMatchObject({ minor: 1000, n: 1 });
  // Its outcome changed between two reads: in the waterfall it was open as the quarter began.
  expect(facts.pairs.find(({ key }) => key.endsWith('|3'))).toMatchObject({ after: { outcome: 'won' } });
});

test('gathering is given up when nobody waits for it, and a write is another generation', async () => {
  const database = freshDatabase();
  expect(await storeGeneration(database)).toBe(0);
  await writeReads(database, batch([read('1', { outcome: 'open' })]));
  expect(await storeGeneration(database)).toBeGreaterThan(0);
  expect(await readFacts(database, query, AbortSignal.abort())).toBeUndefined();
});

test('the run rate of Coverage is the one that the forecast is compared with, at any hour of a day on which deals were won', async () => {
  const database = await filled();
  const at = `${today}T10:00:00.000Z`;
  const amount = { decimal: '7777', currency: 'EUR' };
  const won = read('this-morning', { outcome: 'won', createdOn: day(-9), closedOn: today, amount }, at);
  await writeReads(database, batch([won], { batchId: 'b-3', at, viewedAt: at }));
  for (const hour of ['10', '18', '23']) {
    const asked = { ...query, today, now: `${today}T${hour}:00:00.000Z` };
    const facts = await readFacts(database, asked, going);
    if (facts === undefined) throw new Error('given up');
    const { period, rest } = facts.options;
    const whole = { start: dayNumber(period.start) ?? 0, end: dayNumber(period.end) ?? 0 };
    const { recentMinor, longMinor, watchedDays, won: wonNow } = scopeFacts(facts, { kind: 'all' });
    const { recent, long } = runRate({
      wonMinor: wonNow.minor,
      recentMinor,
      longMinor,
      remainingMinor: undefined,
      daysLeft: daysToCome(whole, { day: dayNumber(today) ?? 0, rest }),
      watchedDays,
    });
    const [frozen] = (await readForecast(database, { ...asked, scope: 'all' })).frozen;
    const rates = [recent?.landsMinor, long?.landsMinor];
    expect(rates).toContain(frozen?.baselines?.runRateMinor);
  }
});
