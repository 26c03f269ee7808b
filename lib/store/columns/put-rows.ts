import type { Table } from 'dexie';
import type { Deal } from '../../deal/deal';
import type { Database } from '../database';
import { later } from '../guard/recorder';
import type { UnidentifiedDeal } from '../rows';
import type { Placed } from './column-rows';
import { columnsToChange, patchColumns, type SlotEdit } from './patch-columns';
import type { PlacedRows } from './read-rows';
import { strayKey, straySlots } from './stray-slots';
import { hasSameTexts } from './texts';

/** A row as it is stored, where it is, and as it is to be. */
export interface Change<Row> {
  readonly before: Placed<Row> | undefined;
  readonly after: Row;
}

/** Stores deals, and what the columns and the sums say of them, inside the write under way. */
export async function putDeals(database: Database, changes: readonly Change<Deal>[]): Promise<void> {
  if (changes.length === 0) return;
  const columns = await columnsToChange(database);
  const placed = place(changes, columns.head.slots);
  await putPlaced(database.deals, placed);
  const edits = placed.map(({ before, row, slot }): SlotEdit => ({
    slot,
    row: { deal: row },
    ...(before?.slot === undefined ? { key: row.key } : {}),
    ...(before !== undefined && hasSameTexts(before, row) ? {} : { texts: row }),
  }));
  await patchColumns(database, columns, edits);
}

/** The same for rows without id. Which of several stands for a deal may change with any of them. */
export async function putStrays(
  database: Database,
  changes: readonly Change<UnidentifiedDeal>[],
): Promise<void> {
  if (changes.length === 0) return;
  const columns = await columnsToChange(database);
  const placed = place(changes, columns.head.slots);
  await putPlaced(database.unidentified, placed);
  const named = new Map(
    placed.map(({ before, row, slot }) => [
      slot,
      {
        // Its own key names the CRM, which what it is stored under does not.
        ...(before?.key === row.key ? {} : { key: strayKey(row) }),
        ...(before !== undefined && hasSameTexts(before, row) ? {} : { texts: row }),
      },
    ]),
  );
  const slots = await straySlots(
    database,
    changes.map(({ after }) => after),
  );
  const edits = slots.map(({ row, slotRow }): SlotEdit => {
    const slot = slotOf(row);
    return { slot, row: slotRow, ...named.get(slot) };
  });
  await patchColumns(database, columns, edits);
}

/** Takes the rows of these slots out of the store, the columns and the sums, inside the write under way. */
export async function deleteRows(
  database: Database,
  { deals, strays }: PlacedRows,
  slots: readonly number[],
): Promise<void> {
  if (slots.length === 0) return;
  const columns = await columnsToChange(database);
  await database.deals.bulkDelete(deals.map(({ key }) => key));
  await database.unidentified.bulkDelete(
    strays.map(({ tenant, view, fingerprint }) => [tenant, view, fingerprint]),
  );
  const gone = slots.map((slot): SlotEdit => ({ slot, row: undefined, key: null, texts: {} }));
  const left = await straySlots(database, strays);
  const edits = left.map(({ row, slotRow }): SlotEdit => ({ slot: slotOf(row), row: slotRow }));
  await patchColumns(database, columns, [...gone, ...edits]);
}

function place<Row extends object>(changes: readonly Change<Row>[], slots: number) {
  let next = slots;
  return changes.map(({ before, after }) => {
    const slot = before?.slot ?? next++;
    return { before, slot, row: { ...after, slot } };
  });
}

/** A row that is taken for new and is stored already would end up with two slots: then the whole write fails. */
async function putPlaced<Row, Key>(
  table: Table<Row, Key>,
  placed: readonly { readonly before: object | undefined; readonly row: Row }[],
): Promise<void> {
  const rows = (isNew: boolean) =>
    placed.flatMap(({ before, row }) => ((before === undefined) === isNew ? [row] : []));
  const [added, changed] = [rows(true), rows(false)];
  if (changed.length > 0) later(table.bulkPut(changed));
  if (added.length > 0) await table.bulkAdd(added);
}

/** Every row has a slot by the time that anything is written: `ensureColumns` sees to it. */
function slotOf({ slot }: Placed<object>): number {
  if (slot === undefined) throw new Error('a stored row without a slot');
  return slot;
}
