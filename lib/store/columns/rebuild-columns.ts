import { chunkSize, columnsFormat, type Chunk } from '../../pipeline/columns/columns';
import { countSlot, type Sums } from '../../pipeline/columns/count-slot';
import { encodeSlot, type SlotRow } from '../../pipeline/columns/encode-slot';
import { openChunk } from '../../pipeline/columns/open-chunk';
import type { Database } from '../database';
import { scan } from '../scan';
import { write } from '../write';
import type { ColumnsHead, ColumnsRow, SlotKey } from './column-rows';
import { giveSlots } from './give-slots';
import { openKeys } from './open-keys';
import { strayKey, straySlots } from './stray-slots';
import { sumsRow } from './sums-row';
import { openTexts, setTexts, textsRow, type OpenTexts, type Texts } from './texts';
import { wordBook, type WordBook } from './word-book';

/** Chunks that are built at once: what one pass over the rows holds in memory. */
const chunksAtOnce = 64;

const running = new WeakMap<Database, Promise<void>>();

/**
 * Makes the columns and the sums anew from the rows, a thousand rows at a time. While it lasts there are no columns to
 * read, and whoever writes deals waits. Broken off, it begins again: rows keep the slots that they have been given.
 */
export function rebuildColumns(database: Database): Promise<void> {
  const work = running.get(database) ?? rebuild(database).finally(() => running.delete(database));
  running.set(database, work);
  return work;
}

/** Puts columns of nothing into the place of all others, inside a write of an empty store. */
export async function startColumns({ columns, summary }: Database, isBuilding = false): Promise<ColumnsHead> {
  const head: ColumnsHead = {
    chunk: 'head',
    format: columnsFormat,
    epoch: crypto.randomUUID(),
    version: 0,
    slots: 0,
    values: [],
    keys: [],
    texts: [],
    patches: [],
    words: 0,
    ...(isBuilding ? { isBuilding: true } : {}),
  };
  await columns.clear();
  await columns.bulkPut([head, { chunk: 'words', words: [''] }]);
  if (isBuilding) await summary.delete('all');
  else await summary.put(sumsRow(new Map(), head.epoch));
  return head;
}

async function rebuild(database: Database): Promise<void> {
  const { deals, unidentified, columns, summary } = database;
  const head = await write(database, [deals, unidentified, columns], async () => {
    const isEmpty = (await deals.limit(1).count()) + (await unidentified.limit(1).count()) === 0;
    return startColumns(database, !isEmpty);
  });
  if (!head.isBuilding) return;
  const slots = await giveSlots(database);
  const count = Math.ceil(slots / chunkSize);
  const sums: Sums = new Map();
  const book = wordBook();
  for (let from = 0; from < count; from += chunksAtOnce) {
    const rows = await buildChunks(database, { from, to: Math.min(count, from + chunksAtOnce), sums, book });
    await write(database, [columns], () => columns.bulkPut(rows));
  }
  const versions = Array.from({ length: count }, () => head.version);
  const { isBuilding: _, ...done } = head;
  await write(database, [columns], async () => {
    await columns.bulkPut([
      { chunk: 'words', words: book.words },
      { ...done, slots, values: versions, keys: versions, texts: versions },
    ]);
    await summary.put(sumsRow(sums, head.epoch));
  });
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly sums: Sums;
  readonly book: WordBook;
}

/** The rows of `columns` for a range of chunks, from one pass over all deals and rows without id. */
async function buildChunks(database: Database, { from, to, sums, book }: Part): Promise<ColumnsRow[]> {
  const built = Array.from({ length: to - from }, (): Built => ({
    values: openChunk(),
    keys: openKeys(),
    texts: openTexts(),
  }));
  const put = (slot = -1, row: SlotRow & { readonly deal: Texts }, key: SlotKey) => {
    const part = built[Math.floor(slot / chunkSize) - from];
    if (part === undefined) return;
    const place = { chunk: part.values, at: slot % chunkSize, words: book.words };
    encodeSlot(place, row, book.numberOf);
    countSlot(sums, place, 1);
    part.keys[place.at] = key;
    setTexts(part.texts, place.at, row.deal);
  };
  for await (const rows of scan(database.deals)) {
    for (const deal of rows) put(deal.slot, { deal }, deal.key);
  }
  for await (const rows of scan(database.unidentified)) {
    const keys = new Set(rows.map((row) => row.slot));
    for (const { row, slotRow } of await straySlots(database, rows)) {
      if (keys.has(row.slot)) put(row.slot, slotRow, strayKey(row));
    }
  }
  return built.flatMap(({ values, keys, texts }, nth): ColumnsRow[] => [
    { chunk: `v:${from + nth}`, buffer: values.buffer },
    { chunk: `k:${from + nth}`, keys },
    textsRow(from + nth, texts),
  ]);
}

interface Built {
  readonly values: Chunk;
  readonly keys: SlotKey[];
  readonly texts: OpenTexts;
}
