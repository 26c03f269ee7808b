import { changedSettings } from '../deal/changed-settings';
import { defaultSettings, type Settings, type SettingsChange } from '../deal/settings';
import type { Database } from './database';
import { write } from './write';

const name = 'user';

/** The user's settings; the defaults where nothing was set. */
export async function readSettings(database: Database): Promise<Settings> {
  const row = await database.settings.get(name);
  // Written by `writeSettings` alone, after its schema.
  return row === undefined ? defaultSettings : { ...defaultSettings, ...(row.value as Settings) };
}

/** Changes the settings; what the change does not name stays as it is stored by then. */
export async function changeSettings(database: Database, change: SettingsChange): Promise<void> {
  await write(database, [database.settings], async () => {
    const value = changedSettings(await readSettings(database), change);
    await database.settings.put({ name, value });
  });
}
