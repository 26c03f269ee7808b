import { compareInstants } from '../calendar/compare-instants';
import { contentHash } from '../deal/content-hash';
import type { ImportedStep } from '../messages/import-steps';
import type { Database } from './database';
import { keyReader } from './key-reader';
import type { BackupRow } from './rows';

/** When a row of these tables was seen or said: the later one stays. */
const saidAt: Readonly<Partial<Record<string, string>>> = { sightings: 'readAt', mappings: 'at' };

/** Adds what a backup has beside deals and is missing here; of looks at pages and mappings the later one stays, else what is here. */
export async function fillTable(
  database: Database,
  name: string,
  rows: readonly object[],
): Promise<ImportedStep> {
  const table = database.table<object>(name);
  const here = await table.bulkGet(rows.map(keyReader(table)));
  let kept = 0;
  const puts = rows.filter((row, nth) => {
    const ours = here[nth];
    if (ours === undefined || isLater(row, ours, saidAt[name])) return true;
    // An older look at a page is not a difference that anybody has to settle.
    if (name !== 'sightings' && contentHash(row) !== contentHash(ours)) kept += 1;
    return false;
  });
  await table.bulkPut(puts);
  return { others: { added: puts.length, kept } };
}

function isLater(theirs: object, ours: object, at: string | undefined): boolean {
  if (at === undefined) return false;
  const instant = (row: object) => String((row as Record<string, unknown>)[at]);
  return compareInstants(instant(theirs), instant(ours)) > 0;
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
