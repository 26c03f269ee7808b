/** A browser's IndexedDB that can be told to fail. */
export class Trouble {
  /** Error with which every opening fails. */
  opening: string | undefined;
  /** Error with which the next writing transactions cannot be begun. */
  writing: string | undefined;
  /** How many of the next transactions that write to this table are aborted when all is written. */
  abort: { table: string; times: number } | undefined;
  /** Error with which rows cannot be read, of a table or of all. */
  reading: { table: string; error: string } | undefined;
  /** Openings that are never answered. */
  silent = false;
  readonly #wired = new WeakSet<IDBObjectStore>();

  wire(factory: IDBFactory): IDBFactory {
    return {
      open: (...args: Parameters<IDBFactory['open']>) => {
        if (this.opening !== undefined) throw new DOMException('Cannot be opened', this.opening);
        if (this.silent) return new EventTarget() as IDBOpenDBRequest;
        const request = factory.open(...args);
        request.addEventListener('success', () => this.#wireDatabase(request.result));
        return request;
      },
      deleteDatabase: (name: string) => {
        if (this.opening !== undefined) throw new DOMException('Cannot be deleted', this.opening);
        return factory.deleteDatabase(name);
      },
      databases: () => factory.databases(),
      cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
    };
  }

  #wireDatabase(database: IDBDatabase): void {
    const begin = database.transaction.bind(database);
    database.transaction = (stores, mode, options) => {
      if (mode === 'readwrite' && this.writing !== undefined)
        throw new DOMException('Cannot be written', this.writing);
      const transaction = begin(stores, mode, options);
      const storeOf = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => this.#wireStore(storeOf(name), transaction);
      return transaction;
    };
  }

  #wireStore(store: IDBObjectStore, transaction: IDBTransaction): IDBObjectStore {
    if (this.#wired.has(store)) return store;
    this.#wired.add(store);
    const put = store.put.bind(store);
    store.put = (...args) => {
      const request = put(...args);
      if (this.abort?.table === store.name && this.abort.times > 0) {
        this.abort.times -= 1;
        request.addEventListener('success', () => transaction.abort());
      }
      return request;
    };
    const { reading } = this;
    if (reading?.table === store.name) {
      const fail = () => {
        throw new DOMException('Cannot be read', reading.error);
      };
      store.get = fail;
      store.getAll = fail;
      store.openCursor = fail;
    }
    return store;
  }
}
