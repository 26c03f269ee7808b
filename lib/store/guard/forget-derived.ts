import type { Database } from '../database';
import { isMirrored, ownScope } from './derived';

/** Rows of `summary` that say what the store is, and not what it adds up to. */
const kept = ['store', 'restore', ownScope];

/**
 * Empties what is computed from other tables, in the transaction that changes those past the write door: whoever
 * reads it next finds it missing, and makes it anew.
 */
export async function forgetDerived({ tables, summary }: Database): Promise<void> {
  for (const table of tables) {
    if (table.name !== 'summary' && !isMirrored(table.name)) await table.clear();
  }
  const scopes = await summary.toCollection().primaryKeys();
  await summary.bulkDelete(scopes.filter((scope) => !kept.includes(scope)));
}
