import { chunkSize } from '../../pipeline/columns/columns';
import type { Deal } from '../../deal/deal';
import type { Database } from '../database';
import type { UnidentifiedDeal } from '../rows';
import type { KeysRow, Placed, SlotKey } from './column-rows';

/** Stored rows of both kinds. */
export interface PlacedRows {
  readonly deals: readonly Placed<Deal>[];
  readonly strays: readonly Placed<UnidentifiedDeal>[];
}

/** The keys of slots, by slot; of empty ones none. Only the chunks that they lie in are read. */
export async function readKeys(
  { columns }: Database,
  slots: readonly number[],
): Promise<ReadonlyMap<number, NonNullable<SlotKey>>> {
  const numbers = [...new Set(slots.map((slot) => Math.floor(slot / chunkSize)))];
  // Their keys say what kind of rows they are.
  const rows = (await columns.bulkGet(numbers.map((n) => `k:${n}`))) as (KeysRow | undefined)[];
  const chunks = new Map(numbers.map((n, nth) => [n, rows[nth]?.keys]));
  return new Map(
    slots.flatMap((slot) => {
      const key = chunks.get(Math.floor(slot / chunkSize))?.[slot % chunkSize];
      return key === undefined || key === null ? [] : [[slot, key] as const];
    }),
  );
}

/** The stored rows under these keys: deals, and rows without id. */
export async function readPlaced(
  database: Database,
  keys: Iterable<NonNullable<SlotKey>>,
): Promise<PlacedRows> {
  const all = [...keys];
  const deals = await database.deals.bulkGet(all.filter((key) => typeof key === 'string'));
  const strays = await database.unidentified.bulkGet(
    all.flatMap((key): [string, string, string][] =>
      typeof key === 'string' ? [] : [[key[1], key[2], key[3]]],
    ),
  );
  return {
    deals: deals.filter((row) => row !== undefined),
    strays: strays.filter((row) => row !== undefined),
  };
}
