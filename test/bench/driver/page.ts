import { Dexie } from 'dexie';
import type { CurrencyRate } from '../../../lib/deal/settings';
import { sendMessage } from '../../../lib/messages/client';
import { openPlainDatabase, type PlainDeal, type PlainRate } from '../baseline/database';

/* Runs in a page of an extension: of Stafet's to set it up, of the baseline's to fill its store. */

/** Saves a rate as the settings view does. */
export async function saveRate(rate: CurrencyRate): Promise<void> {
  const answer = await sendMessage('saveRate', rate);
  if ('refused' in answer) throw new Error(answer.refused);
}

/** Adds deals to the baseline's store. */
export async function addPlain(deals: readonly PlainDeal[], rates: readonly PlainRate[]): Promise<void> {
  const database = openPlainDatabase();
  await database.deals.bulkAdd([...deals]);
  await database.rates.bulkPut([...rates]);
  database.close();
}

/** What was read, how long that took in milliseconds, and for how many deals it speaks. */
export interface Reading {
  readonly ms: number;
  readonly deals: number;
}

/** Reads every chunk of numbers of Stafet's columns. */
export function readColumns(): Promise<Reading> {
  return timed(async (store) => {
    const chunks: unknown[] = await store.table('columns').where(':id').between('v:', 'v;').toArray();
    return chunks.map(longest).reduce((sum, length) => sum + length, 0);
  });
}

/** Reads every deal of Stafet's store as an object. */
export function readObjects(): Promise<Reading> {
  return timed(async (store) => (await store.table('deals').toArray()).length);
}

function timed(read: (store: Dexie) => Promise<number>): Promise<Reading> {
  return new Promise((resolve, reject) => {
    // Opened as it is: this page has no schema of its own to hold against it.
    const store = new Dexie('stafet');
    const work = async (): Promise<Reading> => {
      const start = performance.now();
      const deals = await read(store);
      return { ms: performance.now() - start, deals };
    };
    store.open().then(
      () =>
        setTimeout(
          () =>
            void work()
              .then(resolve, reject)
              .finally(() => store.close()),
        ),
      reject,
    );
  });
}

/** How many deals a chunk speaks of: the length of its longest column. */
function longest(chunk: unknown): number {
  if (ArrayBuffer.isView(chunk))
    return 'length' in chunk && typeof chunk.length === 'number' ? chunk.length : 0;
  if (typeof chunk !== 'object' || chunk === null) return 0;
  return Math.max(0, ...Object.values(chunk).map(longest));
}
