import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Deal, DealChange } from '../deal/deal';
import type { CurrencyRate } from '../deal/settings';
import type { ColumnsRow, Placed, SumsRow } from './columns/column-rows';
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
  stages: Table<StageRow, [string, string, string]>;
  people: Table<Person, string>;
  rates: Table<CurrencyRate, [string, string, string]>;
  sites: Table<Site, string>;
  syncs: Table<Sync, string>;
  settings: Table<SettingRow, string>;
  columns: Table<ColumnsRow, string>;
  summary: Table<StoreState | SumsRow, string>;
};

/**
 * Opens the store lazily: the first use opens it. An acknowledgement means that the disk has it (`strict`), and a
 * newer version of the extension in another page may upgrade at once (this connection closes itself).
 */
export function openDatabase(name = 'stafet'): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  for (const { version, stores } of migrations) database.version(version).stores(stores);
  database.on('versionchange', () => database.close({ disableAutoOpen: false }));
  return database;
}
