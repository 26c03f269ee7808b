import type { Table } from 'dexie';
import { chunkSize } from '../../pipeline/columns/columns';
import type { Database } from '../database';
import { scan } from '../scan';
import { write } from '../write';
import type { Placed } from './column-rows';

/**
 * Gives every row of `deals` and `unidentified` a slot of its own. Rows keep theirs, unless another has it too, or it
 * lies so far out that most of the columns would be empty.
 * @returns How many slots there are then: one more than the highest.
 */
export async function giveSlots(database: Database): Promise<number> {
  // Of a row only its slot matters here.
  const tables = [database.deals, database.unidentified] as readonly Table[] as readonly Table<
    Placed<object>
  >[];
  const rows = (await database.deals.count()) + (await database.unidentified.count());
  const most = 2 * rows + chunkSize;
  const taken = new Uint8Array(most);
  let homeless = 0;
  let slots = 0;
  /** Whether a row has a slot that none before it has, in the one order in which all rows are always scanned. */
  const isFirstIn = (seen: Uint8Array, slot = -1) => {
    if (!Number.isInteger(slot) || slot < 0 || slot >= most || seen[slot] === 1) return false;
    seen[slot] = 1;
    return true;
  };
  for (const table of tables) {
    for await (const some of scan(table)) {
      for (const { slot = -1 } of some) {
        if (isFirstIn(taken, slot)) slots = Math.max(slots, slot + 1);
        else homeless += 1;
      }
    }
  }
  if (homeless === 0) return slots;
  const seen = new Uint8Array(most);
  let free = 0;
  for (const table of tables) {
    for await (const some of scan(table)) {
      const moved = some.flatMap((row) => {
        if (isFirstIn(seen, row.slot)) return [];
        free = taken.indexOf(0, free);
        taken[free] = 1;
        slots = Math.max(slots, free + 1);
        return [{ ...row, slot: free }];
      });
      if (moved.length > 0) await write(database, [table], () => table.bulkPut(moved));
    }
  }
  return slots;
}
