import type { Ground } from './ground';
import { within } from './within';

/** What a batch, two new logs and a little else may take: below this, nothing is written. */
const reserveBytes = 32 * 1024 * 1024;

/**
 * Rejects where the disk is about to be full. A write that runs out of space in its middle leaves a torn log, as a
 * killed browser does (`rotateLog`): then the browser closes the store, cannot open it again, and wipes it when there
 * is space once more. So none is begun.
 */
export async function needSpace({ freeBytes }: Pick<Ground, 'freeBytes'>): Promise<void> {
  // A browser that does not say may have any.
  const free = await within(2000, freeBytes()).catch(() => Infinity);
  if (free < reserveBytes) throw new DOMException('The disk is full', 'QuotaExceededError');
}

/** How much more this extension may store. With `unlimitedStorage` that is what the disk has left. */
export async function browserFreeBytes(): Promise<number> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}
