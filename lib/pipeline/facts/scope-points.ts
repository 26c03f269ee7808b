import type { PastPoint } from '../coverage/coverage-required';
import type { ScopeRule } from '../scope/scope-rule';
import type { PipelineFacts } from './facts';
import { groupsOfRule } from './groups-of-rule';

/** A scope's points of past periods. */
export function scopePoints(
  { periods, points }: Pick<PipelineFacts, 'periods' | 'points'>,
  rule: ScopeRule,
): readonly PastPoint[] {
  const groups = groupsOfRule(points, rule);
  return periods.map((_, nth) => {
    const total = { openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 0 };
    for (const own of groups) {
      const point = own[nth];
      if (point === undefined) continue;
      total.openMinor += point.openMinor;
      total.wonFromOpenMinor += point.wonFromOpenMinor;
      total.wonFromNewMinor += point.wonFromNewMinor;
    }
    return total;
  });
}
