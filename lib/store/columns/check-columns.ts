import { chunkSize, flags } from '../../pipeline/columns/columns';
import { encodeSlot, type SlotRow } from '../../pipeline/columns/encode-slot';
import { openChunk } from '../../pipeline/columns/open-chunk';
import { sumsOf } from '../../pipeline/columns/sums-of';
import type { Database } from '../database';
import type { KeysRow, SlotKey, TextsRow } from './column-rows';
import { openKeys } from './open-keys';
import { readColumns, type StoredColumns } from './read-columns';
import { readPlaced } from './read-rows';
import { strayKey, straySlots } from './stray-slots';
import { readSumsRow, sumsRow } from './sums-row';
import { openTexts, setTexts, textsRow, type Texts } from './texts';
import { wordBook } from './word-book';

/** What differs: the values, keys or texts of a chunk (`v:3`), the number of rows, or the sums. */
export type Difference = `${'v' | 'k' | 't'}:${number}` | 'head' | 'rows' | 'sums';

/**
 * Compares the columns with all rows, a chunk at a time, and the sums with the columns, to the unit. Rows may be
 * written meanwhile: every chunk is compared within one read transaction.
 */
export async function checkColumns(database: Database): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (let n = 0; ; n += 1) {
    const differences = await checkChunk(database, n);
    if (differences === undefined) break;
    found.push(...differences);
  }
  return [...found, ...(await checkTotals(database))];
}

/** `undefined` behind the last chunk. */
function checkChunk(database: Database, n: number): Promise<readonly Difference[] | undefined> {
  const { columns, deals, unidentified } = database;
  return database.transaction('r', [columns, deals, unidentified], async () => {
    const stored = await readColumns(database);
    const chunk = stored?.chunks[n];
    if (stored === undefined || chunk === undefined) return undefined;
    const [keysRow, texts] = (await columns.bulkGet([`k:${n}`, `t:${n}`])) as [KeysRow?, TextsRow?];
    const keys = keysRow?.keys ?? [];
    const made = await makeChunk(database, stored, { n, keys });
    // Of when a slot was written no row tells.
    made.written.set(chunk.written);
    const differences: Difference[] = [];
    if (!isSameBuffer(made.buffer, chunk.buffer)) differences.push(`v:${n}`);
    if (JSON.stringify(made.keys) !== JSON.stringify(keys)) differences.push(`k:${n}`);
    if (JSON.stringify(made.texts) !== JSON.stringify(texts)) differences.push(`t:${n}`);
    return differences;
  });
}

/** A chunk made of the rows that its keys name, and that say themselves that they lie in it. */
async function makeChunk(
  database: Database,
  { words }: StoredColumns,
  { n, keys }: { readonly n: number; readonly keys: readonly SlotKey[] },
) {
  const chunk = openChunk();
  const texts = openTexts();
  const made = openKeys();
  const book = wordBook(words);
  const put = (slot = -1, row: SlotRow & { readonly deal: Texts }, key: SlotKey) => {
    if (Math.floor(slot / chunkSize) !== n) return;
    const at = slot % chunkSize;
    encodeSlot({ chunk, at }, row, book.numberOf);
    setTexts(texts, at, row.deal);
    made[at] = key;
  };
  const rows = await readPlaced(
    database,
    keys.filter((key) => key !== null),
  );
  for (const deal of rows.deals) put(deal.slot, { deal }, deal.key);
  const own = new Set(rows.strays.map(({ slot }) => slot));
  for (const { row, slotRow } of await straySlots(database, rows.strays)) {
    if (own.has(row.slot)) put(row.slot, slotRow, strayKey(row));
  }
  return { buffer: chunk.buffer, written: chunk.written, keys: made, texts: textsRow(n, texts) };
}

function checkTotals(database: Database): Promise<readonly Difference[]> {
  const { columns, summary, deals, unidentified } = database;
  return database.transaction('r', [columns, summary, deals, unidentified], async () => {
    const stored = await readColumns(database);
    if (stored === undefined) return ['head'];
    const sums = sumsOf(stored);
    const rows = { deals: 0, strays: 0 };
    for (const { flags: bits, n } of sums.values()) {
      rows[(bits & flags.stray) === 0 ? 'deals' : 'strays'] += n;
    }
    const differences: Difference[] = [];
    const isSame = rows.deals === (await deals.count()) && rows.strays === (await unidentified.count());
    if (!isSame) differences.push('rows');
    const kept = await readSumsRow(database);
    if (inOrder(kept) !== inOrder(sumsRow(sums, stored.head.epoch))) differences.push('sums');
    return differences;
  });
}

function inOrder(row: ReturnType<typeof sumsRow> | undefined): string {
  const groups = row?.groups.map(({ flags: bits, unit, origin, n, priced, minor }) =>
    JSON.stringify([bits, origin, unit, n, priced, minor]),
  );
  return JSON.stringify([row?.epoch, groups?.toSorted()]);
}

function isSameBuffer(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [some, others] = [new Uint8Array(a), new Uint8Array(b)];
  return some.length === others.length && some.every((byte, at) => byte === others[at]);
}
