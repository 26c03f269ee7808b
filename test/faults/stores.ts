import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The extension's stores on disk: where it keeps the deals, their mirror, and the small one beside them. */
export type StoreName = 'primary' | 'mirror' | 'local';

/** Where a profile keeps the extension's stores. */
export interface Places {
  readonly profile: string;
  /** The extension's id. */
  readonly id: string;
  /** The browser's number for each of the extension's storage buckets, by name. */
  readonly buckets: ReadonlyMap<string, string>;
  /** The bucket that the deals are kept in, where the extension has moved them out of the default one. */
  readonly movedTo: string | undefined;
}

/** The LevelDB folder of one store; `undefined` where it was never made. */
export function folderOf({ profile, id, buckets, movedTo }: Places, store: StoreName): string | undefined {
  const base = join(profile, 'Default');
  const ofBucket = (name: string) =>
    join(base, 'WebStorage', buckets.get(name) ?? 'none', 'IndexedDB', 'indexeddb.leveldb');
  const paths = {
    primary:
      movedTo === undefined
        ? join(base, 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`)
        : ofBucket(movedTo),
    mirror: ofBucket('stafet-mirror'),
    local: join(base, 'Local Extension Settings', id),
  };
  return existsSync(paths[store]) ? paths[store] : undefined;
}

/** Files of a folder that end so, the newest number last: `000007.log`. */
export function filesOf(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** The log that LevelDB writes to now. */
export function newestLog(folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : filesOf(folder, '.log').at(-1);
}
