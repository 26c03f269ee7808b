import type { Deal } from '../deal/deal';
import type { CurrencyRate } from '../deal/settings';
import type { ListSource } from '../pipeline/list/deal-list';
import type { Segment } from '../pipeline/scope/segments';
import { asDeal } from './as-deal';
import { chosenStrays } from './columns/chosen-strays';
import { readColumns } from './columns/read-columns';
import { readKeys, readPlaced } from './columns/read-rows';
import { readTexts } from './columns/read-texts';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import { segmentSlots } from './segment-slots';

/** What lists are made of, as of one instant. */
export interface StoredSource extends ListSource {
  readonly rates: readonly CurrencyRate[];
}

/** What a list needs beside the columns. */
interface SourceWish {
  readonly withTexts: boolean;
  /** The one that its filter has. */
  readonly segment: Segment | undefined;
}

/** @returns `undefined` while there are no columns: the service worker builds them. */
export async function readSource(
  database: Database,
  { withTexts, segment }: SourceWish,
): Promise<StoredSource | undefined> {
  const { columns: table, rates: dated, deals, unidentified } = database;
  const tables = segment === undefined ? [table, dated] : [table, dated, deals, unidentified];
  return database.transaction('r', tables, async () => {
    const columns = await readColumns(database);
    if (columns === undefined) return undefined;
    return {
      columns,
      rates: await dated.toArray(),
      texts: withTexts ? await readTexts(database, columns) : undefined,
      inSegment: segment && (await segmentSlots(database, segment)),
    };
  });
}

/** The deals, and rows without id, in these slots. A slot that is empty by now has none. */
export async function readRows(
  database: Database,
  slots: readonly number[],
): Promise<ReadonlyMap<number, Deal>> {
  const { columns, deals, unidentified } = database;
  return database.transaction('r', columns, deals, unidentified, async () => {
    const placed = await readPlaced(database, (await readKeys(database, slots)).values());
    return new Map([
      ...placed.deals.map((deal) => [deal.slot ?? -1, withoutSlot(deal)] as const),
      ...placed.strays.map((row) => [row.slot ?? -1, asDeal(row)] as const),
    ]);
  });
}

/** The deal, or row without id, with this key; `null` where there is none. */
export async function readDeal(database: Database, key: string): Promise<Deal | null> {
  const deal = await database.deals.get(key);
  if (deal !== undefined) return withoutSlot(deal);
  const [, tenant = '', id = ''] = key.split('|').map(decodePart);
  if (!id.startsWith('?')) return null;
  const rows = await database.unidentified
    .where('[tenant+fingerprint]')
    .equals([tenant, id.slice(1)])
    .toArray();
  const row = chosenStrays(rows.filter((one) => one.key === key))[0];
  return row === undefined ? null : asDeal(row);
}

/** The deals, and rows without id, with these keys; one that is no more has none. */
export async function readDeals(
  database: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Deal>> {
  const found = await database.deals.bulkGet([...keys]);
  const deals = await Promise.all(
    keys.map(async (key, nth) => {
      const deal = found[nth];
      return deal === undefined ? readDeal(database, key) : withoutSlot(deal);
    }),
  );
  return new Map(deals.flatMap((deal) => (deal === null ? [] : [[deal.key, deal] as const])));
}

/** The inverse of what `dealKey` does to a part. */
function decodePart(part: string): string {
  return part.replace(/%(25|7C)/g, (_, code) => (code === '25' ? '%' : '|'));
}
