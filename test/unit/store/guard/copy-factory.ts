import { IDBFactory as FakeFactory } from 'fake-indexeddb';

/** Everything that a browser's IndexedDB holds, in a new one: what it was at this moment. */
export async function copyFactory(source: IDBFactory): Promise<IDBFactory> {
  const copy = new FakeFactory();
  for (const { name = '', version } of await source.databases()) {
    const from = await answered(source.open(name));
    const stores = await readStores(from);
    const opening = copy.open(name, version);
    opening.onupgradeneeded = () => {
      for (const { store, entries } of stores) {
        const { keyPath, autoIncrement } = store;
        const made = opening.result.createObjectStore(store.name, { keyPath, autoIncrement });
        for (const index of store.indexes) made.createIndex(index.name, index.keyPath, index.options);
        for (const [key, value] of entries) {
          if (keyPath === null) made.put(value, key);
          else made.put(value);
        }
      }
    };
    (await answered(opening)).close();
    from.close();
  }
  return copy;
}

async function readStores(database: IDBDatabase) {
  const names = [...database.objectStoreNames];
  if (names.length === 0) return [];
  const transaction = database.transaction(names);
  return Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { name: index, keyPath, options: { unique, multiEntry } };
      });
      const { keyPath, autoIncrement } = store;
      const entries = keys.map((key, nth) => [key, values[nth]] as const);
      return { store: { name, keyPath, autoIncrement, indexes }, entries };
    }),
  );
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });
}
