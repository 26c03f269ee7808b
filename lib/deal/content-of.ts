import { contentHash } from './content-hash';
import type { Deal } from './deal';

/**
 * Digest of a deal's values, without its times, sources and key: two deals that show the same have the same one.
 *
 * @example contentOf(deal) === contentOf({ ...deal, seenAt: later }) // true
 */
export function contentOf(deal: Omit<Deal, 'contentHash'> & { readonly contentHash?: string }): string {
  return contentHash(deal, noContent);
}

const noContent: ReadonlySet<string> = new Set<keyof Deal>([
  'key',
  'sources',
  'firstSeenAt',
  'seenAt',
  'seenVia',
  'seenAs',
  'removedAt',
  'historyUntil',
  'contentHash',
]);
