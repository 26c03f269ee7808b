import type { BackupTable } from '../backup-tables';
import type { BackupRow } from '../rows';
import type { CheckedBackup } from './check-backup';
import { createSplitter } from './split-backup';

/** A row on its way into the store, with what it weighs there. */
export interface Weighed<Item> {
  readonly item: Item;
  readonly rows: number;
  readonly bytes: number;
}

/** The rows of one table of a checked backup, one after the other as the file has them. */
export async function* rowsIn<Name extends BackupTable>(
  { file, spans }: CheckedBackup,
  table: Name,
): AsyncGenerator<Weighed<BackupRow[Name]>> {
  const span = spans.get(table);
  if (span === undefined) return;
  const splitter = createSplitter(table);
  for await (const bytes of file.slice(span.from, span.to).stream()) {
    for (const { row, size } of splitter.push(bytes)) {
      // Each row has passed its table's schema when the file was checked.
      yield { item: row as BackupRow[Name], rows: 1, bytes: size };
    }
  }
}

/** The same in the order of the deals' keys; of rows of one key the order of the file. */
export async function* rowsByKey<Name extends 'deals' | 'changes'>(
  backup: CheckedBackup,
  table: Name,
): AsyncGenerator<Weighed<BackupRow[Name]>> {
  if (!backup.unsorted.has(table)) {
    yield* rowsIn(backup, table);
    return;
  }
  const rows: Weighed<BackupRow[Name]>[] = [];
  for await (const row of rowsIn(backup, table)) rows.push(row);
  // As the store's index sorts, by code units.
  yield* rows.sort((a, b) => (a.item.key < b.item.key ? -1 : Number(a.item.key > b.item.key)));
}
