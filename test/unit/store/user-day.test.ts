import { describe, expect, test } from 'vitest';
import type { DealRead } from '../../../lib/deal/deal';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import type { Database } from '../../../lib/store/database';
import { readFacts } from '../../../lib/store/read-facts';
import { readForecast } from '../../../lib/store/read-forecast';
import { readGlance } from '../../../lib/store/read-glance';
import { readRecord } from '../../../lib/store/read-record';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase } from './open';
import { day, pastDeals, today } from './past-deals';

/** Far west in the evening UTC is a day ahead, far east in the morning a day behind; the last is where the suite runs. */
const zones = ['America/Los_Angeles', 'UTC', 'Pacific/Auckland', Temporal.Now.timeZoneId()];
const times = ['00:10', '08:00', '17:00', '23:50'];
const places = zones.flatMap((zone) => times.map((time) => [zone, time] as const));

/** The instant at which the clock of a place showed this. */
const instantAt = (zone: string, on: string, time: string): string =>
  Temporal.PlainDateTime.from(`${on}T${time}`)
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** Without creations, as many lists are; read three days ago and today, at an hour of the user's. */
async function readOn(zone: string, time: string): Promise<Database> {
  const database = freshDatabase();
  const seenOn = (on: string, values: (one: DealRead['values']) => DealRead['values']) => {
    const at = instantAt(zone, on, time);
    const reads = pastDeals().map((one, nth) => {
      const { createdOn, ...rest } = one.values;
      const shown = nth % 2 === 0 || createdOn === undefined ? rest : { ...rest, createdOn };
      return { ...one, at, values: values(shown) };
    });
    return writeReads(database, batch(reads, { batchId: on, at, viewedAt: at }));
  };
  await seenOn(day(-3), (values) =>
    values.outcome === 'open' ? { ...values, stage: 'Talk', closeOn: day(10) } : values,
  );
  await seenOn(today, (values) => values);
  await ensureColumns(database);
  return database;
}

describe('a day of the user’s', () => {
  test.each(places)(
    'in %s at %s holds what was read in it: forecast, record and facts are those of UTC',
    async (zone, time) => {
      const [here, there] = [await readOn(zone, time), await readOn('UTC', '12:00')];
      const asked = { today, currency: 'EUR', scope: 'all' };
      const report = await readForecast(here, { ...asked, zone });
      const glance = await readGlance(here, today);
      expect(report.open).toBe(glance?.open.n ?? NaN);
      expect(report).toEqual(await readForecast(there, { ...asked, zone: 'UTC' }));
      const going = new AbortController().signal;
      expect(await readFacts(here, { ...asked, zone }, going)).toEqual(
        await readFacts(there, { ...asked, zone: 'UTC' }, going),
      );
    },
  );

  test.each(zones)('in %s is a day of the track record', async (zone) => {
    const asked = { today, currency: 'EUR', scope: 'all' };
    const late = await readRecord(await readOn(zone, '23:30'), { ...asked, zone }, () => {});
    const noon = await readRecord(await readOn('UTC', '12:00'), { ...asked, zone: 'UTC' }, () => {});
    expect(late).toEqual(noon);
  });
});
