import type { Database } from './database';
import type { StoreState } from './rows';

/** What the store is; `undefined` before its first write. */
export async function readState({ summary }: Pick<Database, 'summary'>): Promise<StoreState | undefined> {
  // Its scope says what kind of row it is.
  return (await summary.get('store')) as StoreState | undefined;
}
