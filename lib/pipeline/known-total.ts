import type { Completeness } from './glance';

/**
 * How many open deals there are, where that can be believed: a CRM that stated fewer than have been read meant another
 * list, or an older day.
 */
export function knownTotal({ openRead, openTotal }: Completeness): number | undefined {
  return openTotal !== undefined && openTotal < openRead ? undefined : openTotal;
}
