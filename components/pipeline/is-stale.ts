import type { Completeness } from '../../lib/pipeline/glance';

const week = 7 * 86_400_000;

/** True where the oldest open deal was last seen more than seven days before `now`. */
export function isStale({ oldestSeenAt }: Completeness, now: string): boolean {
  return oldestSeenAt !== undefined && Date.parse(now) - Date.parse(oldestSeenAt) > week;
}
