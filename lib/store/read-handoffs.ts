import { handoffKey } from '../handoff/handoff-key';
import type { HandoffRow } from '../handoff/handoff-row';
import type { Database } from './database';

/** A deal's passes as they were found last, in their order; none where nobody has looked for them yet. */
export async function readHandoffs({ handoffs }: Database, deal: string): Promise<readonly HandoffRow[]> {
  const rows = await handoffs.where('key').between(`${deal}|`, `${deal}|\uffff`).toArray();
  return rows
    .filter(({ key, attempt }) => key === handoffKey(deal, attempt))
    .toSorted((a, b) => a.attempt - b.attempt);
}
