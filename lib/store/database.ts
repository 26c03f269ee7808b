import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Deal, DealChange } from '../deal/deal';
import type { Lead } from '../deal/lead';
import type { ProcessVersion } from '../deal/process';
import type { CurrencyRate } from '../deal/settings';
import type { Verdict } from '../deal/verdict';
import type { HandoffRow } from '../handoff/handoff-row';
import type { ColumnsRow, Placed, SumsRow } from './columns/column-rows';
import { recorder } from './guard/recorder';
import type { Home } from './home';
import { migrations } from './migrations/all';
import type {
  Person,
  SettingRow,
  Sighting,
  Site,
  StageRow,
  StoreState,
  Sync,
  UnidentifiedDeal,
} from './rows';

/** The store: IndexedDB `stafet` in the extension's own origin. Written by the service worker alone. */
export type Database = Dexie & {
  deals: Table<Placed<Deal>, string>;
  unidentified: Table<Placed<UnidentifiedDeal>, [string, string, string]>;
  changes: EntityTable<DealChange & { id: number }, 'id'>;
  sightings: Table<Sighting, [string, string, string]>;
  leads: Table<Lead, string>;
  stages: Table<StageRow, [string, string, string]>;
  people: Table<Person, string>;
  rates: Table<CurrencyRate, [string, string, string]>;
  process: Table<ProcessVersion, string>;
  verdicts: Table<Verdict, [string, number, string]>;
  handoffs: Table<HandoffRow, string>;
  sites: Table<Site, string>;
  syncs: Table<Sync, string>;
  settings: Table<SettingRow, string>;
  columns: Table<ColumnsRow, string>;
  summary: Table<StoreState | SumsRow, string>;
};

/**
 * Opens the store lazily: the first use opens it. An acknowledgement means that the disk has it (`strict`), and a
 * newer version of the extension in another page may upgrade at once (this connection closes itself).
 * @param home Where it lives; absent: where IndexedDB is, without asking.
 * @param upTo An older version of its tables, to bring in rows that go through the upgrades since.
 */
export function openDatabase(name = 'stafet', home?: Home, upTo = Infinity): Database {
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    ...(home === undefined ? {} : { indexedDB: home.indexedDB }),
  }) as Database;
  for (const { version, stores } of migrations) {
    if (version <= upTo) database.version(version).stores(stores);
  }
  database.use(recorder);
  database.on('versionchange', () => database.close({ disableAutoOpen: false }));
  database.on('ready', () => refuseNewer(database), true);
  if (home !== undefined) {
    const open = database.open.bind(database);
    database.open = () => Dexie.Promise.resolve(home.locate()).then(open);
  }
  return database;
}

/** Dexie opens whatever version is there; what a newer extension has stored, this one would not understand. */
function refuseNewer(database: Database): void {
  if (database.backendDB().version > database.verno * 10)
    throw new DOMException('The store is of a newer version', 'VersionError');
}
