import type { SlotRow } from '../../pipeline/columns/encode-slot';
import type { Database } from '../database';
import type { UnidentifiedDeal } from '../rows';
import { rowsByFingerprint } from '../rows-by-fingerprint';
import { chosenStrays } from './chosen-strays';
import type { Placed, SlotKey } from './column-rows';

/** A stored row without id and what the columns say of it. */
export interface StraySlot {
  readonly row: Placed<UnidentifiedDeal>;
  readonly slotRow: SlotRow;
}

/**
 * What the columns say of these rows and of all others that may be the same deals: which of them stands for the deal
 * is decided among them all.
 */
export async function straySlots(
  database: Database,
  rows: readonly Pick<UnidentifiedDeal, 'tenant' | 'fingerprint'>[],
): Promise<readonly StraySlot[]> {
  // In the order of their views: of rows seen at one instant the first stands for the deal.
  const all = await rowsByFingerprint(database, rows);
  const chosen = new Set(chosenStrays(all));
  return all.map((row) => ({
    row,
    slotRow: {
      deal: row,
      stray: {
        fingerprint: row.fingerprint,
        isBound: row.boundTo !== undefined,
        isChosen: chosen.has(row),
      },
    },
  }));
}

/** What `unidentified` has a row under, with its key among deals. */
export function strayKey({ key, tenant, view, fingerprint }: UnidentifiedDeal): SlotKey {
  return [key, tenant, view, fingerprint];
}
