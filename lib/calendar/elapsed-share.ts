import type { Period } from '../pipeline/glance';
import { daysBetween } from './days-between';

/**
 * Share of a period's days that are over at the start of `today` (0..1): 0 on its first day and before, 1 from `end` on.
 *
 * @example elapsedShare({ start: '2026-04-01', end: '2026-05-01' }, '2026-04-16') // 0.5
 */
export function elapsedShare({ start, end }: Pick<Period, 'start' | 'end'>, today: string): number {
  const share = daysBetween(start, today) / daysBetween(start, end);
  return Math.min(1, Math.max(0, share));
}
