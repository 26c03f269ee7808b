import { contentHash } from './content-hash';
import type { Deal } from './deal';

/**
 * Digest of a deal's values, without its times, sources and key: two deals that show the same have the same one.
 *
 * @example contentOf(deal) === contentOf({ ...deal, seenAt: later }) // true
 */
export function contentOf(deal: Omit<Deal, 'contentHash'> & { readonly contentHash?: string }): string {
  const { key, sources, firstSeenAt, seenAt, seenVia, seenAs, removedAt, historyUntil, ...rest } = deal;
  const { contentHash: _, ...values } = rest;
  return contentHash(values);
}
