import { IDBFactory as FakeFactory } from 'fake-indexeddb';
import type { Buckets } from '../../../../lib/store/buckets';
import { openDatabase, type Database } from '../../../../lib/store/database';
import { isMirrored } from '../../../../lib/store/guard/derived';
import { StoreGuard } from '../../../../lib/store/guard/guard';
import { mirrorName, openMirror } from '../../../../lib/store/guard/mirror';
import type { Sentinel } from '../../../../lib/store/guard/sentinel';
import { Home, type Area } from '../../../../lib/store/home';
import { keyReader } from '../../../../lib/store/key-reader';
import type { RestoreOutcome } from '../../../../lib/messages/views';
import { Fuse } from './fuse';

/** One worker's life. */
export interface Life {
  readonly database: Database;
  readonly guard: StoreGuard;
  readonly fuse: Fuse;
  /** How often the derived tables were made anew. */
  readonly rebuilt: () => number;
  /** Ends it, as a browser that has time does. */
  readonly end: () => void;
}

/** `storage.local` or `storage.session` in memory. */
export class MemoryArea implements Area {
  readonly items = new Map<string, unknown>();

  get(keys: string | string[]): Promise<Record<string, unknown>> {
    const found = [keys].flat().flatMap((key) => {
      const value = this.items.get(key);
      return value === undefined ? [] : [[key, structuredClone(value)] as const];
    });
    return Promise.resolve(Object.fromEntries(found));
  }

  set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) this.items.set(key, structuredClone(value));
    return Promise.resolve();
  }

  remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.items.delete(key);
    return Promise.resolve();
  }
}

/** What outlives a worker: two independent databases, and the extension's own storage. */
export class World {
  primary: IDBFactory = new FakeFactory();
  buckets = new Map<string, IDBFactory>();
  readonly local = new MemoryArea();
  session = new MemoryArea();
  freeBytes = Infinity;

  constructor() {
    // Rotation is a test of its own: here it would only take time.
    this.session.items.set('rotated', true);
  }

  get mirror(): IDBFactory {
    return this.bucket(mirrorName);
  }

  set mirror(factory: IDBFactory) {
    this.buckets.set(mirrorName, factory);
  }

  bucket(name: string): IDBFactory {
    const factory = this.buckets.get(name) ?? new FakeFactory();
    this.buckets.set(name, factory);
    return factory;
  }

  /** A new session of the browser. */
  restartBrowser(): void {
    this.session = new MemoryArea();
    this.session.items.set('rotated', true);
  }

  sentinel(): Sentinel | undefined {
    return this.local.items.get('sentinel') as Sentinel | undefined;
  }

  outcome(): RestoreOutcome | undefined {
    return this.local.items.get('restored') as RestoreOutcome | undefined;
  }

  /** Starts a worker; its buckets can be given in place of the world's. */
  start(fuse = new Fuse(), given: Partial<Buckets> = {}): Life {
    const local = fuse.area(this.local);
    const buckets: Buckets = {
      open: (name) => Promise.resolve(fuse.wire(this.bucket(name))),
      remove: (name) => {
        fuse.step();
        this.buckets.delete(name);
        return Promise.resolve(true);
      },
      ...given,
    };
    const home = new Home({ buckets, local: () => local, usual: fuse.wire(this.primary) });
    const database = openDatabase('stafet', home);
    let rebuilt = 0;
    const guard = new StoreGuard({
      database,
      home,
      buckets,
      local,
      session: fuse.area(this.session),
      freeBytes: () => Promise.resolve(this.freeBytes),
      rebuildDerived: () => Promise.resolve(void (rebuilt += 1)),
      now: () => '2026-03-02T10:00:00.000Z',
      pause: () => Promise.resolve(),
    });
    return {
      database,
      guard,
      fuse,
      rebuilt: () => rebuilt,
      end: () => {
        fuse.blow();
        database.close();
        // What it would still have done of its own accord comes to nothing now, and not in another test.
        void guard.tend();
      },
    };
  }
}

export type Rows = Readonly<Record<string, readonly object[]>>;

/** The rows of every mirrored table that has any. */
export async function rowsOf(database: Database): Promise<Rows> {
  const tables = database.tables.filter(({ name }) => isMirrored(name));
  const all = await Promise.all(
    tables.map(async (table) => [table.name, (await table.toArray()) as object[]] as const),
  );
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

/** The same of the mirror, once its journal is folded in; the key of each row must be the row's own. */
export async function mirrorRows(world: World, database: Database): Promise<Rows> {
  const mirror = openMirror(world.mirror);
  await mirror.open();
  const found: Record<string, object[]> = {};
  for (const [table, key] of await mirror.rows.toCollection().primaryKeys()) {
    const row = await mirror.rows.get([table, key]);
    if (row === undefined) throw new Error('a key without a row');
    const own = keyReader<object, IDBValidKey>(database.table(table))(row);
    if (JSON.stringify(own) !== JSON.stringify(key)) throw new Error(`${table}: under another key`);
    (found[table] ??= []).push(row);
  }
  mirror.close();
  return found;
}
