import { Dexie, type Table } from 'dexie';
import type { Deal } from '../../../lib/deal/deal';

/*
 * Runs in Stafet's service worker, beside it. Its own databases: the store as it is, to read, and a plain one of the same
 * deals, to write.
 */
const STORED = 'stafet';
const PLAIN = 'bench-plain';
const CHUNK = 1000;

/** The stored deals with these keys. */
export async function rows(keys: readonly string[]): Promise<readonly Deal[]> {
  return within(await stored(), async (deals) => {
    const found = await deals.bulkGet([...keys]);
    return found.filter((deal) => deal !== undefined);
  });
}

/** Makes the plain store: the same deals under the same key and indexes, and nothing else. */
export async function fillPlain(): Promise<void> {
  await Dexie.delete(PLAIN);
  await within(await stored(), async (deals) => {
    await within(await plain(deals.schema), async (copy) => {
      for (let chunk = await deals.limit(CHUNK).toArray(); chunk.length > 0;) {
        await copy.bulkAdd(chunk);
        const last = chunk.at(-1)?.key ?? '';
        chunk = await deals.where(':id').above(last).limit(CHUNK).toArray();
      }
    });
  });
}

/** Puts the deals with these keys into the plain store, strictly. @returns Milliseconds of the `bulkPut` alone. */
export async function putPlain(keys: readonly string[]): Promise<number> {
  const changed = await rows(keys);
  const source = await stored();
  const copy = await plain(source.table('deals').schema);
  source.close();
  return within(
    copy,
    (deals) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(async () => {
          const start = performance.now();
          await deals.bulkPut(changed).catch(reject);
          resolve(performance.now() - start);
        });
      }),
  );
}

async function stored(): Promise<Dexie> {
  // Opened as it is: nothing here holds a schema against it.
  return new Dexie(STORED).open();
}

async function plain({ primKey, indexes }: Table['schema']): Promise<Dexie> {
  const database = new Dexie(PLAIN, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ deals: [primKey, ...indexes].map(({ src }) => src).join(', ') });
  return database.open();
}

async function within<T>(database: Dexie, work: (deals: Table<Deal, string>) => Promise<T>): Promise<T> {
  try {
    return await work(database.table('deals'));
  } finally {
    database.close();
  }
}
