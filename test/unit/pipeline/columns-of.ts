import type { Deal } from '../../../lib/deal/deal';
import { chunkSize, type Columns } from '../../../lib/pipeline/columns/columns';
import { encodeSlot } from '../../../lib/pipeline/columns/encode-slot';
import {
  glanceOfColumns,
  topDealCount,
  type GlanceOptions,
} from '../../../lib/pipeline/columns/glance-of-columns';
import { openChunk } from '../../../lib/pipeline/columns/open-chunk';
import { topSlots } from '../../../lib/pipeline/columns/top-slots';
import { wholeGlance } from '../../../lib/pipeline/columns/whole-glance';
import type { Glance } from '../../../lib/pipeline/glance';
import type { Stray } from './glance-of-objects';

/** Columns of deals, then of rows without id that stand for one each, in the order given. */
export function columnsOf(deals: readonly Deal[], strays: readonly Stray[] = []): Columns {
  const words = [''];
  const wordOf = (word: string) => {
    const known = words.indexOf(word, 1);
    return known > 0 ? known : words.push(word) - 1;
  };
  const rows = [
    ...deals.map((deal) => ({ deal })),
    ...strays.map(({ fingerprint, ...deal }) => ({
      deal,
      stray: { fingerprint, isBound: false, isChosen: true },
    })),
  ];
  const chunks = Array.from({ length: Math.ceil(rows.length / chunkSize) }, () => openChunk());
  for (const [slot, row] of rows.entries()) {
    const chunk = chunks[Math.floor(slot / chunkSize)];
    if (chunk !== undefined) encodeSlot({ chunk, at: slot % chunkSize }, row, wordOf);
  }
  return { chunks, words };
}

/** The glance of deals by way of their columns: what the store does, without the store. */
export function glanceByColumns(
  deals: readonly Deal[],
  strays: readonly Stray[],
  options: GlanceOptions,
): Glance {
  const rows: readonly Deal[] = [...deals, ...strays];
  const found = glanceOfColumns(columnsOf(deals, strays), options);
  const top = topSlots(found.largest, (slot) => rows[slot]?.key ?? '', topDealCount);
  return wholeGlance(found, {
    top: top.flatMap((slot) => rows[slot] ?? []),
    oldest: found.oldest === undefined ? undefined : rows[found.oldest],
  });
}
