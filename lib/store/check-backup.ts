import type { Imported, ImportRefusal } from '../messages/protocol';
import { z } from '../schema';
import { backupRows } from './backup-schemas';
import { backupTables, type BackupTable } from './backup-tables';
import type { BackupRow } from './rows';

const maxBytes = 48 * 1024 * 1024;
const maxRows = 500_000;

/** What a backup of this version looks like on the outside; its rows are checked table by table. */
const envelope = z.object({
  stafet: z.literal(1),
  tables: z.record(z.string(), z.array(z.unknown())),
});

/** All rows of a backup; a table that it does not have is empty. */
export type BackupRows = { readonly [Name in BackupTable]: readonly BackupRow[Name][] };

/** The backup's rows, each of its table's kind, or why it is refused as a whole. */
export function checkBackup(
  text: string,
): { readonly kind: 'checked'; readonly rows: BackupRows } | Extract<Imported, { kind: 'refused' }> {
  if (text.length > maxBytes) return refused('too-large');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('not-json');
  }
  const outside = z.safeParse(envelope, json);
  if (!outside.success) return refused('not-a-backup');
  const rows: Record<string, unknown[]> = Object.fromEntries(backupTables.map((name) => [name, []]));
  let count = 0;
  for (const [name, table] of Object.entries(outside.data.tables)) {
    if ((count += table.length) > maxRows) return refused('too-many-rows');
    if (!Object.hasOwn(backupRows, name)) {
      if (table.length > 0) return refused('unknown-table', name.slice(0, 40));
      continue;
    }
    const parsed = z.safeParse(z.array(backupRows[name as BackupTable]), table);
    if (!parsed.success) {
      return refused('bad-row', [name, ...(parsed.error.issues[0]?.path ?? [])].join('.'));
    }
    rows[name] = parsed.data;
  }
  // Each table has passed its own schema, which says what its rows are.
  return { kind: 'checked', rows: rows as unknown as BackupRows };
}

function refused(why: ImportRefusal, where?: string): Extract<Imported, { kind: 'refused' }> {
  return { kind: 'refused', why, ...(where === undefined ? {} : { where }) };
}
