import type { Area } from '../../../../lib/store/home';

/**
 * Kills a worker in the middle of its work: when it has begun or ended a given number of transactions, or has used
 * `storage` so often. From then on nothing that it does reaches the disk, and what was not committed is gone.
 */
export class Fuse {
  readonly #connections = new Set<IDBDatabase>();
  readonly #transactions = new Set<IDBTransaction>();
  #left: number;
  isBlown = false;

  /** @param left How many steps the worker still has. */
  constructor(left = Infinity) {
    this.#left = left;
  }

  blow(): void {
    this.isBlown = true;
    for (const transaction of this.#transactions) {
      try {
        transaction.abort();
      } catch {
        // It has ended already.
      }
    }
    for (const connection of this.#connections) connection.close();
  }

  step(): void {
    this.#left -= 1;
    if (this.#left <= 0 && !this.isBlown) this.blow();
    if (this.isBlown) throw new DOMException('The worker was killed', 'InvalidStateError');
  }

  /** A factory whose every writing transaction is two steps: its beginning and its end. */
  wire(factory: IDBFactory): IDBFactory {
    return {
      open: (...args: Parameters<IDBFactory['open']>) => {
        if (this.isBlown) throw new DOMException('The worker was killed', 'InvalidStateError');
        const request = factory.open(...args);
        request.addEventListener('success', () => this.#wireDatabase(request.result));
        return request;
      },
      deleteDatabase: (name: string) => {
        this.step();
        return factory.deleteDatabase(name);
      },
      databases: () => factory.databases(),
      cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
    };
  }

  area(area: Area): Area {
    return {
      get: (keys) => area.get(keys),
      set: async (items) => (this.step(), area.set(items)),
      remove: async (keys) => (this.step(), area.remove(keys)),
    };
  }

  #wireDatabase(database: IDBDatabase): void {
    if (this.isBlown) return database.close();
    this.#connections.add(database);
    const begin = database.transaction.bind(database);
    database.transaction = (stores, mode, options) => {
      if (mode === 'readwrite') this.step();
      else if (this.isBlown) throw new DOMException('The worker was killed', 'InvalidStateError');
      const transaction = begin(stores, mode, options);
      this.#transactions.add(transaction);
      transaction.addEventListener('complete', () => {
        this.#transactions.delete(transaction);
        try {
          if (mode === 'readwrite') this.step();
        } catch {
          // Committed, and nobody was told.
        }
      });
      return transaction;
    };
  }
}
