import { Dexie } from 'dexie';
import { IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countReads, sizeOf } from '../../bench/driver/count-reads';

const methods = ['get', 'getAll', 'getAllRecords', 'openCursor', 'getKey', 'getAllKeys', 'openKeyCursor'];
const untouched = [IDBObjectStore, IDBIndex].map(({ prototype }) => ({
  prototype,
  own: methods.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const),
}));

let database: Dexie;

beforeEach(async () => {
  database = new Dexie('deals', { indexedDB: new IDBFactory(), IDBKeyRange });
  database.version(1).stores({ deals: 'id, stage' });
  await database.table('deals').bulkAdd(
    Array.from({ length: 20 }, (_, id) => ({
      id,
      stage: id < 5 ? 'New' : 'Won',
      amounts: new Float64Array(4),
    })),
  );
});

afterEach(() => {
  database.close();
  for (const { prototype, own } of untouched)
    for (const [name, descriptor] of own) if (descriptor) Object.defineProperty(prototype, name, descriptor);
});

const deals = () => database.table('deals');

test.each([
  ['toArray', () => deals().toArray(), 20],
  ['a range of an index', () => deals().where('stage').equals('New').toArray(), 5],
  ['one row', () => deals().get(3), 1],
  ['a row that is not there', () => deals().get(99), 0],
  ['several rows by key', () => deals().bulkGet([1, 2, 99]), 2],
  ['a cursor over all', () => deals().each(() => {}), 20],
  [
    'a filter, which reads what it leaves out',
    () =>
      deals()
        .filter(({ id }) => id === 7)
        .toArray(),
    20,
  ],
])('%s is counted in rows', async (_, read, rows) => {
  const reads = countReads({ IDBObjectStore, IDBIndex });
  await read();
  expect(reads().rows).toBe(rows);
});

test('keys are counted apart, and hold no bytes', async () => {
  const reads = countReads({ IDBObjectStore, IDBIndex });
  await deals().toCollection().primaryKeys();
  expect(reads()).toEqual({ rows: 0, keys: 20, bytes: 0 });
});

test('bytes are those of the values, binary data included', async () => {
  const reads = countReads({ IDBObjectStore, IDBIndex });
  await deals().get(3);
  // id and its number, stage and its three letters, amounts and four doubles
  expect(reads().bytes).toBe(2 + 8 + 5 + 3 + 7 + 32);
  expect(sizeOf([1, 'abc', null, new Uint8Array(5).buffer])).toBe(8 + 3 + 1 + 5);
});
