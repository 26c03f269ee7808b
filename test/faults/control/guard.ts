/**
 * Stands in for the store's guard in the control build (`STAFET_GUARDS=off`): the same extension, with the same strict
 * writes, and nothing that keeps a second copy, turns a log over or brings anything back.
 */
export class StoreGuard {
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
}
