import { browser } from 'wxt/browser';
import { logFault } from '../log';
import { checkColumns, type Difference } from './columns/check-columns';
import { ensureColumns } from './columns/ensure-columns';
import { rebuildColumns } from './columns/rebuild-columns';
import type { Database } from './database';

const name = 'selfCheck';
const dayMs = 86_400_000;

/** How the columns and sums last compared with the rows they were made of: in `storage.local`, for diagnostics. */
export interface SelfCheck {
  /** When they were last compared: ISO 8601 UTC. */
  readonly at: string;
  /** The last time that they differed, and in what; they were made anew. */
  readonly repaired?: { readonly at: string; readonly differences: readonly Difference[] };
}

/**
 * Once a day compares columns and sums with all rows, to the unit. A difference is a fault of ours: it is logged and
 * noted, and both are made anew.
 * @returns True where they were made anew.
 */
export async function selfCheck(database: Database, now: string): Promise<boolean> {
  const held = await browser.storage.local.get<Record<string, SelfCheck>>(name);
  const last = held[name];
  if (last !== undefined && Math.abs(Date.parse(now) - Date.parse(last.at)) < dayMs) return false;
  await ensureColumns(database);
  const differences = await checkColumns(database);
  const differs = differences.length > 0;
  if (differs) {
    const fault = new Error();
    fault.name = `columns differ in ${differences.slice(0, 20).join(' ')}`;
    logFault('selfCheck', fault);
    await rebuildColumns(database);
  }
  const repaired = differs ? { at: now, differences: differences.slice(0, 100) } : last?.repaired;
  const check: SelfCheck = { at: now, ...(repaired === undefined ? {} : { repaired }) };
  await browser.storage.local.set({ [name]: check });
  return differs;
}
