import type { Completeness } from './glance';
import { knownTotal } from './known-total';

/**
 * How many open deals a scope is stated to have. A total speaks of everything: of a team's or a person's deals nobody has
 * stated one, but where everything was read all of theirs were.
 *
 * @returns `null` where nobody states it, `undefined` where no more than were read.
 */
export function scopeTotal(scope: string, completeness: Completeness): number | null | undefined {
  const total = knownTotal(completeness);
  if (total === completeness.openRead) return undefined;
  return scope === 'all' ? (total ?? null) : null;
}
