import type { Database } from '../database';
import type { Ground } from './ground';
import { within } from './within';

/**
 * Makes a place where the store can be opened, in the knowledge that what cannot be opened there now is in the mirror
 * or lost: deletes it, or leaves it and moves where the browser cannot even do that.
 */
export async function makeWay({ database, home }: Pick<Ground, 'database' | 'home'>): Promise<void> {
  await shut(database);
  try {
    await home.remove(database.name);
    await within(5000, database.open());
  } catch {
    await shut(database);
    await home.move();
  }
}

/** Ends the connection, also one that is still being opened; the next use opens another. */
export async function shut(database: Database): Promise<void> {
  database.close();
  // An opening that is called off comes to its end first.
  await new Promise((resolve) => setTimeout(resolve));
  database.close({ disableAutoOpen: false });
}
