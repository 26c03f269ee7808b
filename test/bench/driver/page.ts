import { Dexie } from 'dexie';
import type { CurrencyRate } from '../../../lib/deal/settings';
import { sendMessage } from '../../../lib/messages/client';
import { openPlainDatabase, type PlainDeal, type PlainRate } from '../baseline/database';

/* Runs in a page of an extension: of Stafet's to set it up, of the baseline's to fill its store. */

/** Saves a rate as the settings view does. */
export async function saveRate(rate: CurrencyRate): Promise<void> {
  const answer = await sendMessage('saveRows', { table: 'rates', put: [rate] });
  if ('refused' in answer) throw new Error(answer.refused);
}

/** Adds deals to the baseline's store. */
export async function addPlain(deals: readonly PlainDeal[], rates: readonly PlainRate[]): Promise<void> {
  const database = openPlainDatabase();
  await database.deals.bulkAdd([...deals]);
  await database.rates.bulkPut([...rates]);
  database.close();
}

/** What was read, and how long that took in milliseconds. */
export interface Reading {
  readonly ms: number;
  readonly rows: number;
  /** Of the binary data in them. */
  readonly bytes: number;
}

/** Reads every chunk of numbers of Stafet's columns. */
export function readColumns(): Promise<Reading> {
  return timed((store) => store.table('columns').where(':id').between('v:', 'v;').toArray());
}

/** Reads every deal of Stafet's store as an object. */
export function readObjects(): Promise<Reading> {
  return timed((store) => store.table('deals').toArray());
}

function timed(read: (store: Dexie) => Promise<readonly unknown[]>): Promise<Reading> {
  return new Promise((resolve, reject) => {
    // Opened as it is: this page has no schema of its own to hold against it.
    const store = new Dexie('stafet');
    const work = async (): Promise<Reading> => {
      const start = performance.now();
      const rows = await read(store);
      const ms = performance.now() - start;
      return { ms, rows: rows.length, bytes: rows.reduce<number>((sum, row) => sum + binaryIn(row), 0) };
    };
    const begin = (): void =>
      void work()
        .then(resolve, reject)
        .finally(() => store.close());
    store.open().then(() => setTimeout(begin), reject);
  });
}

function binaryIn(value: unknown): number {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + binaryIn(one), 0);
}
