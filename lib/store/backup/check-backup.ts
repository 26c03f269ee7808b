import { dealKey } from '../../deal/deal-key';
import type { Imported, ImportRefusal } from '../../messages/protocol';
import { z } from '../../schema';
import { backupTables, type BackupTable } from '../backup-tables';
import { backupRows } from './backup-schemas';
import { readLater } from './read-later';
import { createSplitter, type Span, type SplitRow } from './split-backup';

const maxBytes = 1024 ** 3;
const maxRows = 2_000_000;
/** A file whose deals or changes are not in the order of their keys has to be sorted in memory. */
const maxUnsortedBytes = 48 * 1024 ** 2;

/** What a backup of this version looks like without its rows. */
const envelope = z.object({ stafet: z.literal(1), tables: z.record(z.string(), z.array(z.literal(0))) });

/** A backup that has been found sound; its rows are read from the file when they are needed. */
export interface CheckedBackup {
  readonly kind: 'checked';
  readonly file: Blob;
  /** Where the rows of each table stand. */
  readonly spans: ReadonlyMap<string, Span>;
  /** Tables whose rows do not come in the order of the deals' keys. */
  readonly unsorted: ReadonlySet<string>;
  readonly rows: number;
}

type Refused = Extract<Imported, { kind: 'refused' }>;

/**
 * Reads a backup from beginning to end, each row of it once: it is sound in every part, or refused as a whole with the
 * first thing that is wrong. No more of it is in memory than a piece.
 *
 * @param now ISO 8601 UTC: nothing may have been read more than a day later, which is as far as clocks may be wrong.
 */
export async function checkBackup(
  file: Blob,
  now = new Date().toISOString(),
): Promise<CheckedBackup | Refused> {
  if (file.size > maxBytes) return refused('too-large');
  const splitter = createSplitter();
  const check = createCheck(Date.parse(now) + 86_400_000);
  let wrong: Refused | undefined;
  for await (const bytes of file.stream()) {
    const rows = parsed(() => splitter.push(bytes));
    if (rows === undefined) return refused('not-json');
    // That it is no JSON, or no backup, is told before what is wrong in a row: so it is read to its end.
    for (const row of rows) wrong ??= check.wrongWith(row);
  }
  const end = parsed(splitter.end);
  if (end === undefined) return refused('not-json');
  if (!z.safeParse(envelope, end.outline).success) return refused('not-a-backup');
  if (wrong !== undefined) return wrong;
  const { unsorted, rows } = check;
  if (unsorted.size > 0 && file.size > maxUnsortedBytes) return refused('unsorted');
  return { kind: 'checked', file, spans: end.spans, unsorted, rows: rows() };
}

function createCheck(latest: number) {
  const unsorted = new Set<string>();
  const last = new Map<string, string>();
  let count = 0;

  return {
    unsorted,
    rows: () => count,
    wrongWith({ table, nth, row }: SplitRow): Refused | undefined {
      if ((count += 1) > maxRows) return refused('too-many-rows');
      if (!isBackupTable(table)) return refused('unknown-table', table.slice(0, 40));
      const parsedRow = z.safeParse(backupRows[table], row);
      if (!parsedRow.success)
        return refused('bad-row', [table, nth, ...(parsedRow.error.issues[0]?.path ?? [])].join('.'));
      const { data } = parsedRow;
      if ('crm' in data && 'key' in data && data.key !== keyOf(data))
        return refused('bad-row', [table, nth, 'key'].join('.'));
      const later = readLater(table, data, latest);
      if (later !== undefined) return refused('bad-row', [table, nth, later].join('.'));
      if ('key' in data && (table === 'deals' || table === 'changes')) {
        // A deal that stands there twice is out of order, too.
        const before = last.get(table);
        if (before !== undefined && (table === 'deals' ? data.key <= before : data.key < before))
          unsorted.add(table);
        last.set(table, data.key);
      }
      return undefined;
    },
  };
}

/** A row's key as its other fields have it; the fingerprint of a row without id stands in for one, behind a `?`. */
function keyOf(deal: { crm: string; tenant: string } & ({ id: string } | { fingerprint: string })): string {
  return dealKey(deal.crm, deal.tenant, 'id' in deal ? deal.id : `?${deal.fingerprint}`);
}

function isBackupTable(name: string): name is BackupTable {
  return backupTables.some((table) => table === name);
}

function parsed<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch (error) {
    // What `JSON.parse` and a decoder of UTF-8 throw.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function refused(why: ImportRefusal, where?: string): Refused {
  return { kind: 'refused', why, ...(where === undefined ? {} : { where }) };
}
