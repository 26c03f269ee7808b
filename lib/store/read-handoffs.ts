import { handoffKey } from '../handoff/handoff-key';
import type { HandoffRow } from '../handoff/handoff-row';
import type { Database } from './database';

/** A deal's last pass, for a page that shows the deal. */
export interface HandoffSight {
  readonly row: HandoffRow;
  /** The deal was seen later than the row was made from. */
  readonly isStale: boolean;
}

/** A deal's last pass; `undefined` where none has been found. */
export async function readHandoffSight(database: Database, deal: string): Promise<HandoffSight | undefined> {
  const [rows, stored] = await Promise.all([readHandoffs(database, deal), database.deals.get(deal)]);
  const row = rows.at(-1);
  return row && { row, isStale: stored !== undefined && stored.seenAt > row.seenAt };
}

/** A deal's passes as they were found last, in their order; none where nobody has looked for them yet. */
export async function readHandoffs({ handoffs }: Database, deal: string): Promise<readonly HandoffRow[]> {
  const rows = await handoffs.where('key').between(`${deal}|`, `${deal}|\uffff`).toArray();
  return rows
    .filter(({ key, attempt }) => key === handoffKey(deal, attempt))
    .toSorted((a, b) => a.attempt - b.attempt);
}
