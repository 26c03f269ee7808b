import type { Deal, DealChange } from '../deal/deal';
import type { Imported, ImportRefusal } from '../messages/protocol';
import { z } from '../schema';
import { backupRows } from './backup-schemas';
import { backupTables, type BackupTable } from './backup-tables';
import type { Database } from './database';
import type { UnidentifiedDeal } from './rows';

const maxBytes = 48 * 1024 * 1024;
const maxRows = 500_000;

/** What a backup of this version looks like on the outside; its rows are checked table by table. */
const envelope = z.object({
  stafet: z.literal(1),
  tables: z.record(z.string(), z.array(z.unknown())),
});

type Rows = Partial<Record<BackupTable, unknown[]>>;

/**
 * Adds a backup to the store. All of it is checked first, then written in one transaction: a bad one changes
 * nothing. A stored deal that was seen later than the backup's stays; changes that are here already are not doubled.
 */
export async function importBackup(database: Database, text: string): Promise<Imported> {
  if (text.length > maxBytes) return refused('too-large');
  const checked = checkBackup(text);
  if ('kind' in checked) return checked;
  const rows = await database.transaction('rw', [...backupTables], async () => {
    let count = 0;
    for (const name of backupTables) count += await addRows(database, name, checked.rows[name] ?? []);
    return count;
  });
  return { kind: 'imported', rows };
}

/** The backup's rows, or why it is refused. */
function checkBackup(text: string): { readonly rows: Rows } | Refused {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('not-json');
  }
  const outside = z.safeParse(envelope, json);
  if (!outside.success) return refused('not-a-backup');
  const rows: Rows = {};
  let count = 0;
  for (const [name, table] of Object.entries(outside.data.tables)) {
    if ((count += table.length) > maxRows) return refused('too-many-rows');
    if (!Object.hasOwn(backupRows, name)) {
      if (table.length > 0) return refused('unknown-table', name.slice(0, 40));
      continue;
    }
    const known = name as BackupTable;
    const parsed = z.safeParse(z.array(backupRows[known]), table);
    if (!parsed.success) {
      return refused('bad-row', [name, ...(parsed.error.issues[0]?.path ?? [])].join('.'));
    }
    rows[known] = parsed.data;
  }
  return { rows };
}

type Refused = Extract<Imported, { kind: 'refused' }>;

function refused(why: ImportRefusal, where?: string): Refused {
  return { kind: 'refused', why, ...(where === undefined ? {} : { where }) };
}

async function addRows(database: Database, name: BackupTable, rows: readonly unknown[]): Promise<number> {
  // Each cast follows the table's own schema, checked above.
  switch (name) {
    case 'deals':
      return addNewer(database, rows as Deal[]);
    case 'changes':
      return addChanges(database, rows as DealChange[]);
    case 'unidentified':
      return addStrays(database, rows as UnidentifiedDeal[]);
    case 'sightings':
    case 'stages':
    case 'people':
    case 'rates':
    case 'settings':
      await database.table(name).bulkPut(rows as object[]);
      return rows.length;
  }
}

async function addNewer(database: Database, deals: readonly Deal[]): Promise<number> {
  const stored = await database.deals.bulkGet(deals.map(({ key }) => key));
  const newer = deals.filter(({ seenAt }, nth) => (stored[nth]?.seenAt ?? '') < seenAt);
  await database.deals.bulkPut(newer);
  return newer.length;
}

/** A row that is bound here, or was seen later, stays as it is. */
async function addStrays(database: Database, rows: readonly UnidentifiedDeal[]): Promise<number> {
  const stored = await database.unidentified.bulkGet(
    rows.map(({ tenant, view, fingerprint }) => [tenant, view, fingerprint]),
  );
  const newer = rows.filter(({ seenAt }, nth) => {
    const here = stored[nth];
    return here === undefined || (here.boundTo === undefined && here.seenAt < seenAt);
  });
  await database.unidentified.bulkPut(newer);
  return newer.length;
}

async function addChanges(database: Database, changes: readonly DealChange[]): Promise<number> {
  const same = ({ key, field, from, to, at }: DealChange) => JSON.stringify([key, field, from, to, at]);
  const keys = [...new Set(changes.map(({ key }) => key))];
  const stored = new Set((await database.changes.where('key').anyOf(keys).toArray()).map(same));
  const missing = changes.filter((change) => !stored.has(same(change))).map(({ id: _, ...change }) => change);
  await database.changes.bulkAdd(missing);
  return missing.length;
}
