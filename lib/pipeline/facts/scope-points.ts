import type { PastPoint } from '../coverage/coverage-required';
import type { PipelineFacts } from './facts';

/** A scope's points of past periods. @param isIn Whether an owner's deals are in the scope. */
export function scopePoints(
  { periods, points }: Pick<PipelineFacts, 'periods' | 'points'>,
  isIn: (owner: string) => boolean,
): readonly PastPoint[] {
  return periods.map((_, nth) => {
    const total = { openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 0 };
    for (const [owner, own] of points) {
      const point = own[nth];
      if (point === undefined || !isIn(owner)) continue;
      total.openMinor += point.openMinor;
      total.wonFromOpenMinor += point.wonFromOpenMinor;
      total.wonFromNewMinor += point.wonFromNewMinor;
    }
    return total;
  });
}
