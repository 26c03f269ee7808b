import { browser } from 'wxt/browser';
import { browserBuckets, type Buckets } from './buckets';
import { within } from './guard/within';

/** Key in `storage.local` that says where the store lives, where it is not the browser's default bucket. */
const key = 'home';
const bucket = 'stafet';

/** What a home needs of `storage.local`. */
export interface Area {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

/** What a home is made of; whatever is left out is the browser's own. */
interface Places {
  readonly buckets?: Buckets;
  readonly local?: () => Area;
  readonly usual?: IDBFactory;
}

/**
 * Where the store lives. That is the browser's default bucket, until its database can be neither opened nor deleted
 * any more (Chromium does not get over a lost MANIFEST, for one): then the store is restored into a bucket of its own.
 */
export class Home {
  readonly #buckets: Buckets;
  readonly #local: () => Area;
  readonly #usual: IDBFactory;
  #moved = false;
  #factory: IDBFactory | undefined;
  /** The last request to open each database, by its name. */
  readonly #opening = new Map<string, IDBOpenDBRequest>();

  constructor({ buckets, local, usual }: Places = {}) {
    this.#buckets = buckets ?? browserBuckets;
    this.#local = local ?? (() => browser.storage.local);
    this.#factory = this.#usual = usual ?? indexedDB;
  }

  /** For the database's connections: those of wherever the home is when it is opened. */
  readonly indexedDB: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases' | 'cmp'> = {
    open: (name, version) => {
      this.#letGo(name);
      const request = this.#here().open(name, version);
      this.#opening.set(name, request);
      return request;
    },
    deleteDatabase: (name) => this.#here().deleteDatabase(name),
    databases: () => this.#here().databases(),
    cmp: (a, b) => this.#usual.cmp(a, b),
  };

  /** Looks where the home is. Never rejects: opening the database there does. */
  async locate(): Promise<void> {
    try {
      this.#moved ||= (await within(3000, this.#local().get(key)))[key] !== undefined;
      this.#factory = this.#moved ? await within(3000, this.#buckets.open(bucket)) : this.#usual;
    } catch {
      this.#factory = undefined;
    }
  }

  /** Deletes the database where it is. It must be closed here; other pages close it by themselves. */
  async remove(name: string): Promise<void> {
    this.#letGo(name);
    await within(5000, deleted(this.#here().deleteDatabase(name)));
  }

  /** Makes a new, empty home, for the guard to restore the store into. The database must be closed. */
  async move(): Promise<void> {
    for (const name of this.#opening.keys()) this.#letGo(name);
    if (this.#moved) await within(5000, this.#buckets.remove(bucket));
    const factory = await within(5000, this.#buckets.open(bucket));
    // A browser without buckets has no other place.
    if (factory === this.#usual) throw new DOMException('No other bucket', 'UnknownError');
    this.#factory = factory;
    this.#moved = true;
  }

  /** Deletes what a database of this name may have left behind elsewhere. */
  async clearOthers(name: string): Promise<void> {
    try {
      if (this.#moved) await within(3000, deleted(this.#usual.deleteDatabase(name)));
      else await within(3000, this.#buckets.remove(bucket));
    } catch {
      // The place cannot be opened, which is why the store has left it.
    }
  }

  /** From now on, and for every page, the store lives here. */
  async settle(): Promise<void> {
    if (this.#moved) await this.#local().set({ [key]: bucket });
  }

  #here(): IDBFactory {
    if (this.#factory === undefined) throw new DOMException('No home', 'UnknownError');
    return this.#factory;
  }

  /** A request that is answered at last must not be taken for a later one, nor make a database without tables. */
  #letGo(name: string): void {
    const request = this.#opening.get(name);
    this.#opening.delete(name);
    if (request?.readyState !== 'pending') return;
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => event.preventDefault();
    request.onsuccess = () => request.result.close();
  }
}

function deleted(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });
}
