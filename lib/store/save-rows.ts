import type { OwnRows } from '../messages/own-rows';
import type { Database } from './database';
import { fillTable } from './import-others';
import { readMark, type StateMark } from './read-state';
import { write } from './write';

/**
 * Stores what a page of ours has made, or the user has typed there, in one strict transaction.
 *
 * @returns Whether it is stored: not where it was learned from a state that the store is no longer in.
 */
export async function saveRows(
  database: Database,
  { table, put = [], drop = [], isKept, learnedFrom }: OwnRows,
): Promise<boolean> {
  const rows = database.table(table);
  return write(database, [rows], async () => {
    if (learnedFrom !== undefined && !isSame(await readMark(database), learnedFrom)) return false;
    if (isKept) await fillTable(database, table, put);
    else {
      await rows.bulkDelete(drop);
      await rows.bulkPut(put);
    }
    return true;
  });
}

function isSame(now: StateMark | undefined, then: StateMark): boolean {
  return now?.uuid === then.uuid && now.content === then.content;
}
