import { Dexie } from 'dexie';
import { chunkSize, type Chunk } from '../../pipeline/columns/columns';
import { countSlot, type Sums } from '../../pipeline/columns/count-slot';
import { encodeSlot, type SlotRow } from '../../pipeline/columns/encode-slot';
import { openChunk } from '../../pipeline/columns/open-chunk';
import type { Database } from '../database';
import { later } from '../guard/recorder';
import type { ColumnsRow, KeysRow, SlotKey, TextsRow } from './column-rows';
import { openKeys } from './open-keys';
import { keepColumns, readColumns, type StoredColumns } from './read-columns';
import { openSums, putSumsRow, readSumsRow, sumsRow } from './sums-row';
import { patchRow } from './patches';
import { openTexts, setTexts, textsRow, type Texts } from './texts';
import { wordBook } from './word-book';

/** What becomes of one slot. */
export interface SlotEdit {
  readonly slot: number;
  /** `undefined`: the slot is empty from now on. */
  readonly row: SlotRow | undefined;
  /** Absent: as before. */
  readonly key?: SlotKey;
  readonly texts?: Texts;
}

/** There are no columns to change: they are being built anew. */
export class NoColumns extends Error {}

/** The columns that the write under way is to change. @throws NoColumns */
export async function columnsToChange(database: Database): Promise<StoredColumns> {
  if (Dexie.currentTransaction === null) throw new Error('columns are changed inside a write alone');
  const columns = await readColumns(database);
  const sums = await readSumsRow(database);
  if (columns === undefined || sums?.epoch !== columns.head.epoch) throw new NoColumns();
  return columns;
}

/** Patches that there may be: with one more all chunks are written whole, five megabytes of 100,000 deals. */
const mostPatches = 16;
/** So many changed slots of a chunk, and it is written whole: deals that are new lie side by side. */
const manySlots = 64;

/**
 * Changes slots of the columns, and the sums with them, inside the write that changes their rows. Of the chunks those are
 * written of which many slots have changed, and of the others these slots alone, in one patch; of keys and texts those
 * that are given.
 */
export async function patchColumns(
  database: Database,
  columns: StoredColumns,
  edits: readonly SlotEdit[],
): Promise<void> {
  const { head } = columns;
  const version = head.version + 1;
  const stored = await readSumsRow(database);
  const sums: Sums = stored === undefined ? new Map() : openSums(stored);
  const book = wordBook(columns.words);
  const chunks = patchValues({ columns, sums, book, version }, edits);
  const keys = await patchKeys(database, edits);
  const texts = await patchTexts(database, edits);
  const hasNewWords = book.words.length > columns.words.length;
  const isFull = head.patches.length >= mostPatches;
  const whole = chunks.flatMap((chunk, n) =>
    isForItsRow(chunk, head.values[n], isFull ? 1 : manySlots) ? [n] : [],
  );

  const written = (versions: readonly number[], numbers: Iterable<number>) => {
    const next = [...versions];
    for (const n of numbers) next[n] = version;
    return next;
  };
  const values = written(head.values, whole);
  const slots = edits.map(({ slot }) => slot);
  const apart = [...new Set(slots)].filter((slot) => values[Math.floor(slot / chunkSize)] !== version);
  const patches = isFull ? [] : head.patches;
  const next = {
    ...head,
    version,
    slots: Math.max(head.slots, ...slots.map((slot) => slot + 1)),
    values,
    keys: written(head.keys, keys.keys()),
    texts: written(head.texts, texts.keys()),
    patches: apart.length === 0 ? patches : [...patches, version],
    words: hasNewWords ? version : head.words,
  };
  const rows = [
    ...whole.map((n): ColumnsRow => ({ chunk: `v:${n}`, buffer: bufferOf(chunks, n) })),
    ...(apart.length === 0 ? [] : [patchRow(version, chunks, apart)]),
    ...keys.values(),
    ...texts.values(),
    ...(hasNewWords ? [{ chunk: 'words', words: book.words } as const] : []),
    next,
  ];
  if (isFull) later(database.columns.bulkDelete(head.patches.map((old) => `p:${old}`)));
  later(database.columns.bulkPut(rows));
  putSumsRow(database, sumsRow(sums, head.epoch));
  keepColumns(database, { head: next, chunks, words: book.words });
}

function bufferOf(chunks: readonly Chunk[], n: number): ArrayBuffer {
  const chunk = chunks[n];
  if (chunk === undefined) throw new Error(`no chunk ${n}`);
  return chunk.buffer;
}

/** Whether a chunk has no row yet, or so many slots that are not in it. @param at The version that wrote the row. */
function isForItsRow({ written }: Chunk, at: number | undefined, most: number): boolean {
  if (at === undefined) return true;
  let n = 0;
  for (const version of written) if (version > at) n += 1;
  return n >= most;
}

/** The chunks after the edits; those that differ are copies. */
function patchValues(
  {
    columns,
    sums,
    book,
    version,
  }: { columns: StoredColumns; sums: Sums; book: ReturnType<typeof wordBook>; version: number },
  edits: readonly SlotEdit[],
): readonly Chunk[] {
  const chunks = [...columns.chunks];
  const changed = new Map<number, Chunk>();
  for (const { slot, row } of edits) {
    const n = Math.floor(slot / chunkSize);
    const chunk = changed.get(n) ?? openChunk(chunks[n]?.buffer.slice(0));
    changed.set(n, chunk);
    chunks[n] = chunk;
    const place = { chunk, at: slot % chunkSize, words: book.words };
    countSlot(sums, place, -1);
    encodeSlot(place, row, book.numberOf);
    countSlot(sums, place, 1);
    chunk.written[place.at] = version;
  }
  return chunks;
}

async function patchKeys({ columns }: Database, edits: readonly SlotEdit[]): Promise<Map<number, KeysRow>> {
  const byChunk = groupByChunk(edits.filter(({ key }) => key !== undefined));
  const rows = await columns.bulkGet([...byChunk.keys()].map((n) => `k:${n}`));
  const patched = new Map<number, KeysRow>();
  for (const [nth, [n, some]] of [...byChunk].entries()) {
    // Its key says what kind of row it is.
    const keys = openKeys(rows[nth] as KeysRow | undefined);
    for (const { slot, key = null } of some) keys[slot % chunkSize] = key;
    patched.set(n, { chunk: `k:${n}`, keys });
  }
  return patched;
}

async function patchTexts({ columns }: Database, edits: readonly SlotEdit[]): Promise<Map<number, TextsRow>> {
  const byChunk = groupByChunk(edits.filter(({ texts }) => texts !== undefined));
  const rows = await columns.bulkGet([...byChunk.keys()].map((n) => `t:${n}`));
  const patched = new Map<number, TextsRow>();
  for (const [nth, [n, some]] of [...byChunk].entries()) {
    const texts = openTexts(rows[nth] as TextsRow | undefined);
    for (const { slot, texts: row } of some) setTexts(texts, slot % chunkSize, row);
    patched.set(n, textsRow(n, texts));
  }
  return patched;
}

function groupByChunk(edits: readonly SlotEdit[]): Map<number, SlotEdit[]> {
  const groups = new Map<number, SlotEdit[]>();
  for (const edit of edits) {
    const n = Math.floor(edit.slot / chunkSize);
    const group = groups.get(n) ?? [];
    groups.set(n, group);
    group.push(edit);
  }
  return groups;
}
