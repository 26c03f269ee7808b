import { defaultSettings, type Settings } from '../deal/settings';
import type { Database } from './database';
import { write } from './write';

const name = 'user';

/** The user's settings; the defaults where nothing was set. */
export async function readSettings(database: Database): Promise<Settings> {
  const row = await database.settings.get(name);
  // Written by `writeSettings` alone, after its schema.
  return row === undefined ? defaultSettings : { ...defaultSettings, ...(row.value as Settings) };
}

export async function writeSettings(database: Database, settings: Settings): Promise<void> {
  await write(database, [database.settings], () => database.settings.put({ name, value: settings }));
}
