import type { Table } from 'dexie';

/** Tables that are computed from others: the mirror leaves them out, and they are made anew after a restoration. */
const derived = ['columns', 'handoffs', 'summary'];

/** Whether the mirror keeps a table's rows. */
export function isMirrored(table: string): boolean {
  return !derived.includes(table);
}

/** Scope of the one row of `summary` that is not computed, though no restoration needs it: an import's last step. */
export const ownScope = 'import';

/** Tables with what was read or said, in a fixed order: what restoring and seeding copy. */
export function mirroredTables({ tables }: { readonly tables: readonly Table[] }): Table[] {
  return tables.filter(({ name }) => isMirrored(name));
}
