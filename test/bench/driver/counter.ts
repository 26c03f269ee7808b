import { countReads } from './count-reads';

/* Runs in a page before its own scripts, and in a worker between two of its tasks. */

/** What this page or worker has read of IndexedDB since. */
export const reads = countReads(globalThis);
