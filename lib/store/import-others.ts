import type { Table } from 'dexie';
import { compareInstants } from '../calendar/compare-instants';
import { contentHash } from '../deal/content-hash';
import type { ImportReport } from '../messages/protocol';
import type { BackupRows } from './check-backup';
import { chunksOf } from './chunks-of';
import type { Database } from './database';
import { keyReader } from './key-reader';
import { write } from './write';

const rowsAtOnce = 500;

/** Which of two different rows under one key stays: the one that is here, unless the backup's is known to be newer. */
type IsNewer<Row> = (theirs: Row, ours: Row) => boolean;

/** Joins what a backup has beside deals with what is here. */
export async function importOthers(
  database: Database,
  rows: BackupRows,
): Promise<Pick<ImportReport, 'others' | 'settings'>> {
  const { sightings, rates, stages, people } = database;
  const looks = await fill(
    { database, table: sightings },
    rows.sightings,
    (a, b) => compareInstants(a.readAt, b.readAt) > 0,
  );
  const rest = [
    await fill({ database, table: rates }, rows.rates),
    await fill({ database, table: stages }, rows.stages),
    await fill({ database, table: people }, rows.people),
  ];
  return {
    others: {
      added: [looks, ...rest].reduce((sum, { added }) => sum + added, 0),
      // An older look at a page is not a difference that anybody has to settle.
      kept: rest.reduce((sum, { kept }) => sum + kept, 0),
    },
    settings: await importSettings(database, rows.settings),
  };
}

/** Adds rows that are missing; the others stay, unless the backup's are newer. */
async function fill<Row, Key>(
  { database, table }: { readonly database: Database; readonly table: Table<Row, Key> },
  rows: readonly Row[],
  isNewer: IsNewer<Row> = () => false,
): Promise<{ readonly added: number; readonly kept: number }> {
  const keyOf = keyReader(table);
  const count = { added: 0, kept: 0 };
  for (const chunk of chunksOf(rows, rowsAtOnce)) {
    await write(database, [table], async () => {
      const here = await table.bulkGet(chunk.map(keyOf));
      const puts = chunk.filter((row, nth) => {
        const ours = here[nth];
        if (ours === undefined || isNewer(row, ours)) return true;
        if (contentHash(row) !== contentHash(ours)) count.kept += 1;
        return false;
      });
      await table.bulkPut(puts);
      count.added += puts.length;
    });
  }
  return count;
}

/** The user's own settings stay; the backup's are taken where none were ever set. */
async function importSettings(
  database: Database,
  [theirs]: BackupRows['settings'],
): Promise<ImportReport['settings']> {
  if (theirs === undefined) return 'same';
  return write(database, [database.settings], async () => {
    const ours = await database.settings.get(theirs.name);
    if (ours !== undefined) return contentHash(ours.value) === contentHash(theirs.value) ? 'same' : 'kept';
    await database.settings.put(theirs);
    return 'taken';
  });
}
