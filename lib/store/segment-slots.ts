import type { Segment } from '../pipeline/scope/segments';
import { segmentsOf } from '../pipeline/scope/segments-of';
import { asDeal } from './as-deal';
import type { Deal } from '../deal/deal';
import type { Database } from './database';

/** Deals that are read at a time. */
const step = 1000;

/**
 * Slots of the deals, and rows without id, in a segment. All of them are looked through: columns hold no segments. May be
 * called within a transaction, which a generator's steps (`scan`) would leave.
 */
export async function segmentSlots(
  { deals, unidentified }: Database,
  { field, value }: Segment,
): Promise<ReadonlySet<number>> {
  const slots = new Set<number>();
  const note = (deal: Deal, slot: number | undefined) => {
    if (slot !== undefined && segmentsOf(deal)[field] === value) slots.add(slot);
  };
  let last: string | undefined;
  for (;;) {
    const range = last === undefined ? deals.toCollection() : deals.where(':id').above(last);
    const rows = await range.limit(step).toArray();
    for (const row of rows) note(row, row.slot);
    last = rows.at(-1)?.key;
    if (rows.length < step) break;
  }
  for (const row of await unidentified.toArray()) note(asDeal(row), row.slot);
  return slots;
}
