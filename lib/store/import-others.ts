import { compareInstants } from '../calendar/compare-instants';
import { contentHash } from '../deal/content-hash';
import type { FillTable, ImportedStep } from '../messages/import-steps';
import type { Database } from './database';
import { keyReader } from './key-reader';
import type { BackupRow, Sighting } from './rows';

/** Adds what a backup has beside deals and is missing here; of looks at pages the later one stays, else what is here. */
export async function fillTable(
  database: Database,
  name: FillTable,
  rows: readonly BackupRow[FillTable][],
): Promise<ImportedStep> {
  const table = database.table<BackupRow[FillTable]>(name);
  const here = await table.bulkGet(rows.map(keyReader(table)));
  let kept = 0;
  const puts = rows.filter((row, nth) => {
    const ours = here[nth];
    if (ours === undefined || isLaterLook(row, ours)) return true;
    // An older look at a page is not a difference that anybody has to settle.
    if (name !== 'sightings' && contentHash(row) !== contentHash(ours)) kept += 1;
    return false;
  });
  await table.bulkPut(puts);
  return { others: { added: puts.length, kept } };
}

function isLaterLook(theirs: object, ours: object): boolean {
  // Of the tables that are filled only this one has instants, and all its rows do.
  if (!('readAt' in theirs && 'readAt' in ours)) return false;
  return compareInstants((theirs as Sighting).readAt, (ours as Sighting).readAt) > 0;
}

/** The user's own settings stay; the backup's are taken where none were ever set. */
export async function importSettings(
  { settings }: Database,
  rows: readonly BackupRow['settings'][],
): Promise<ImportedStep> {
  const [theirs] = rows;
  if (theirs === undefined) return {};
  const ours = await settings.get(theirs.name);
  if (ours !== undefined)
    return { settings: contentHash(ours.value) === contentHash(theirs.value) ? 'same' : 'kept' };
  await settings.put(theirs);
  return { settings: 'taken' };
}
