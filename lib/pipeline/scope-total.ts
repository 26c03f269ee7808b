import type { Completeness } from './glance';
import { knownTotal } from './known-total';

/**
 * How many open deals a scope is stated to have. A total speaks of everything: of a team's or a person's deals nobody has
 * stated one.
 */
export function scopeTotal(scope: string, completeness: Completeness): number | undefined {
  return scope === 'all' ? knownTotal(completeness) : undefined;
}
