import type { Segment } from '../pipeline/scope/segments';
import { segmentsOf } from '../pipeline/scope/segments-of';
import { asDeal } from './as-deal';
import type { Placed } from './columns/column-rows';
import type { Deal } from '../deal/deal';
import type { Database } from './database';
import type { UnidentifiedDeal } from './rows';
import { scan } from './scan';

/** Slots of the deals, and rows without id, in a segment. All of them are looked through: columns hold no segments. */
export async function segmentSlots(
  { deals, unidentified }: Database,
  { field, value }: Segment,
): Promise<ReadonlySet<number>> {
  const slots = new Set<number>();
  const note = (deal: Deal, slot: number | undefined) => {
    if (slot !== undefined && segmentsOf(deal)[field] === value) slots.add(slot);
  };
  for await (const rows of scan<Placed<Deal>>(deals)) for (const row of rows) note(row, row.slot);
  for (const row of (await unidentified.toArray()) as Placed<UnidentifiedDeal>[]) note(asDeal(row), row.slot);
  return slots;
}
