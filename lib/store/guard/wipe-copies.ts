import type { Ground } from './ground';
import { findMirror } from './inspect';
import { shut } from './make-way';
import { mirrorName } from './mirror';
import { within } from './within';

/** Keys of `storage.local` that say something of the deals; the sentinel, which says that this goes on, goes last. */
const traces = ['glance', 'forecast', 'restored', 'held', 'secondCopy', 'sentinel'];

/**
 * Takes away everything that is stored, in all of its places. Broken off at any point it is gone on with at the next
 * start: the sentinel says so until the last of it is gone.
 */
export async function finishWipe(ground: Ground): Promise<void> {
  const { database, buckets, home, local } = ground;
  const { opened } = await findMirror(ground);
  if (opened === undefined) await buckets.remove(mirrorName);
  else {
    await opened.transaction('rw', opened.tables, () => Promise.all(opened.tables.map((one) => one.clear())));
    opened.close();
  }
  try {
    await within(4000, database.open());
    await database.transaction('rw', database.tables, () =>
      Promise.all(database.tables.map((table) => table.clear())),
    );
  } catch {
    await shut(database);
    await home.remove(database.name);
  }
  await home.clearOthers(database.name);
  await local.remove(traces);
}
