import { compareInstants } from '../calendar/compare-instants';
import type { Deal } from '../deal/deal';
import { byOrigin } from '../pipeline/columns/by-origin';
import { flags } from '../pipeline/columns/columns';
import { eachSlot } from '../pipeline/columns/each-slot';
import { instantMicros } from '../pipeline/columns/instant-micros';
import { columnsToChange } from './columns/patch-columns';
import { putDeals, putStrays } from './columns/put-rows';
import { readKeys, readPlaced } from './columns/read-rows';
import type { StoredColumns } from './columns/read-columns';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import type { Sync } from './rows';

type Listing = Pick<Sync, 'crm' | 'tenant' | 'startedAt' | 'seenAs'>;

/** Rows that are in memory at once. */
const rowsAtOnce = 1000;

/**
 * After a listing has named every deal that a tenant shows to one user: deals, and rows without id, that were last
 * seen as the same user before the listing began are no longer in the CRM, for it would have named them. They leave
 * the totals and stay in the store; a sight after the listing's beginning brings them back, whenever it arrives.
 *
 * What was last seen as somebody else, or nobody knows as whom, stays: it may be another company's, or hidden from
 * this user by a rule of the CRM. Figures count such deals and say so (`unlisted`).
 * @returns How many were marked.
 */
export async function markRemoved(database: Database, listing: Listing): Promise<number> {
  const { startedAt, seenAs } = listing;
  if (seenAs === undefined) return 0;
  // The columns know instants to the microsecond, and the rows exactly.
  const isGone = (row: Pick<Deal, 'seenAt'>) => compareInstants(row.seenAt, startedAt) < 0;
  const removed = <Row extends object>(before: Row) => ({
    before,
    after: { ...withoutSlot(before), removedAt: startedAt },
  });
  let marked = 0;
  const slots = unlistedSlots(await columnsToChange(database), listing);
  for (let from = 0; from < slots.length; from += rowsAtOnce) {
    const keys = await readKeys(database, slots.slice(from, from + rowsAtOnce));
    const { deals, strays } = await readPlaced(database, keys.values());
    const [goneDeals, goneStrays] = [deals.filter(isGone), strays.filter(isGone)];
    await putDeals(database, goneDeals.map(removed));
    await putStrays(database, goneStrays.map(removed));
    marked += goneDeals.length + goneStrays.length;
  }
  return marked;
}

/** Slots of rows that the listing's user was shown last, before it began. */
function unlistedSlots(columns: StoredColumns, { crm, tenant, startedAt, seenAs }: Listing): number[] {
  const number = columns.words.indexOf(seenAs ?? '', 1);
  const since = instantMicros(startedAt);
  const isListed = byOrigin(columns, (from) => from.crm === crm && from.tenant === tenant);
  const slots: number[] = [];
  eachSlot(columns, (chunk, at, slot) => {
    const bits = chunk.flags[at] ?? 0;
    if ((bits & (flags.removed | flags.bound)) !== 0 || chunk.seenAs[at] !== number) return;
    if ((chunk.seenMicros[at] ?? 0) <= since && isListed(chunk.origin[at])) slots.push(slot);
  });
  return slots;
}
