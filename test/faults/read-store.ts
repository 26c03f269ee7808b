import type { Stored } from './compare';
import { dealRow } from './invented-deals';
import type { Session } from './session';

const dealFields = Object.keys(dealRow('', { id: '0', version: 1, at: '' }));
const changeFields = ['key', 'field', 'from', 'to', 'at', 'notBefore'];

/** All rows of the store that the harness compares, read from the database itself and not through the extension. */
export async function readStore(
  session: Session,
): Promise<Stored & { readonly movedTo: string | undefined }> {
  const { movedTo, tables } = await session.inPage(readTables, [
    ['deals', dealFields],
    ['changes', changeFields],
    ['rates', ['on', 'rate']],
    ['settings', ['name', 'value']],
  ] as const satisfies readonly Columns[]);
  const { deals = [], changes = [], rates = [], settings = [] } = tables;
  const user = settings.find(({ name }) => name === 'user') as { value?: { me?: string } } | undefined;
  // Written by the extension; where a row is of another kind, the comparison says so.
  const stored = { deals, changes, rates, me: user?.value?.me } as unknown as Stored;
  return { ...stored, movedTo };
}

type Row = Record<string, unknown>;
type Columns = readonly [table: string, fields: readonly string[]];

/** Runs in the browser. */
async function readTables(
  wanted: readonly Columns[],
): Promise<{ movedTo?: string; tables: Record<string, Row[]> }> {
  // Where the extension could not keep the default bucket's database, it says which bucket it has moved to.
  const { home } = await chrome.storage.local.get('home');
  const moved = typeof home === 'string' ? { movedTo: home } : {};
  const { storageBuckets } = navigator as unknown as {
    storageBuckets: { open: (name: string) => Promise<{ indexedDB: IDBFactory }> };
  };
  const factory = typeof home === 'string' ? (await storageBuckets.open(home)).indexedDB : indexedDB;
  // Opening a database that is not there would make it, at a version of its own.
  const there = (await factory.databases()).some(({ name }) => name === 'stafet');
  if (!there) return { ...moved, tables: {} };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open('stafet');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  try {
    const present = wanted.filter(([table]) => database.objectStoreNames.contains(table));
    if (present.length === 0) return { ...moved, tables: {} };
    const reading = database.transaction(
      present.map(([table]) => table),
      'readonly',
    );
    const read = await Promise.all(
      present.map(
        ([table, fields]) =>
          new Promise<[string, Row[]]>((resolve, reject) => {
            const request = reading.objectStore(table).getAll();
            request.onerror = () => reject(request.error);
            request.onsuccess = () =>
              resolve([
                table,
                request.result.map((row: Row) =>
                  Object.fromEntries(fields.map((field) => [field, row[field]])),
                ),
              ]);
          }),
      ),
    );
    return { ...moved, tables: Object.fromEntries(read) };
  } finally {
    database.close();
  }
}
