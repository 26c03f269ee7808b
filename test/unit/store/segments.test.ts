import { describe, expect, test } from 'vitest';
import type { DealRead } from '../../../lib/deal/deal';
import { segmentValues } from '../../../lib/pipeline/scope/segment-values';
import { dealListOf } from '../../../lib/pipeline/list/deal-list-of';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import type { Database } from '../../../lib/store/database';
import { readRows, readSource } from '../../../lib/store/list-queries';
import { readForecast } from '../../../lib/store/read-forecast';
import { readRecord } from '../../../lib/store/read-record';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';
import { day, pastDeals, today } from './past-deals';

const query = { today, zone: 'UTC', currency: 'EUR' };
const scope = 'region:Nordics: east';

/** Of each four deals two are in the one region, one in the other, and one shows none. */
const regions = ['Nordics: east', 'Nordics: east', 'DACH', undefined];
const ofRegion = (one: DealRead, nth: number): DealRead => {
  const region = regions[nth % 4];
  return region === undefined ? one : { ...one, values: { ...one.values, region } };
};

/** A store of these reads, seen three days ago in another stage first. */
async function storeOf(reads: readonly DealRead[]): Promise<Database> {
  const database = freshDatabase();
  await database.rates.put({ from: 'DKK', to: 'EUR', on: '2024-01-01', rate: '0.134' });
  const before = `${day(-3)}T09:00:00.000Z`;
  const first = reads.map((one) => ({ ...one, at: before, values: { ...one.values, stage: 'Talk' } }));
  await writeReads(database, batch(first, { at: before, viewedAt: before }));
  const at = `${today}T09:00:00.000Z`;
  await writeReads(database, batch(reads, { batchId: 'b-2', at, viewedAt: at }));
  await ensureColumns(database);
  return database;
}

const reads = pastDeals().map(ofRegion);
const own = reads.filter(({ values }) => values.region === 'Nordics: east');

describe('a segment', () => {
  test('has the forecast of a store that holds nothing but its deals', async () => {
    const [whole, alone] = [await storeOf(reads), await storeOf(own)];
    const [found, expected] = [
      await readForecast(whole, { ...query, scope }),
      await readForecast(alone, { ...query, scope: 'all' }),
    ];
    expect(own).toHaveLength(90);
    expect(found.basis.kind).toBe('measured');
    expect(found.deals).toBe(expected.deals);
    expect(found.periods).toEqual(expected.periods);
    expect(found.frozen).toEqual(expected.frozen.map((row) => ({ ...row, scope })));
    const { region } = found.segments;
    expect(region).toEqual({
      values: [
        { value: 'DACH', n: 45 },
        { value: 'Nordics: east', n: 90 },
      ],
      without: 45,
      isTooMany: false,
    });
    expect(found.segments.source).toEqual({ ...segmentValues().result().source, without: 180 });
  });

  test('has the track record of such a store', async () => {
    const [whole, alone] = [await storeOf(reads), await storeOf(own)];
    const found = await readRecord(whole, { ...query, scope }, () => {});
    const expected = await readRecord(alone, { ...query, scope: 'all' }, () => {});
    expect(found.months.kind).toBe('measured');
    expect({ ...found, scope: 'all' }).toEqual(expected);
  });

  test('that no deal is in has no forecast, and is not everything', async () => {
    const report = await readForecast(await storeOf(reads), { ...query, scope: 'region:Gone' });
    expect(report).toMatchObject({ deals: 0, open: 0, basis: { kind: 'too-few' } });
  });

  test('lists its deals, and those without an id that a page shows in it', async () => {
    const stray = (number: string, region: string) =>
      read(undefined, { number, name: `No id ${number}`, region, outcome: 'open' }, `${today}T09:00:00.000Z`);
    const database = await storeOf([...reads, stray('N1', 'Nordics: east'), stray('N2', 'DACH')]);
    const segment = { field: 'region', value: 'Nordics: east' } as const;
    const source = await readSource(database, { withTexts: false, segment });
    if (source === undefined) throw new Error('no columns');
    const steps = dealListOf(source, {
      filter: { segment },
      sorting: { column: 'amount', descending: true },
      valuation: { currency: 'EUR', today, convert: (minor) => minor },
      locale: 'en',
    });
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.total).toBe(182);
    const rows = [...(await readRows(database, [...step.value.slots])).values()];
    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      [...own.map(({ values }) => values.name), 'No id N1'].toSorted(),
    );
  });
});
