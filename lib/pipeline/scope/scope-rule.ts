import type { Team } from '../../deal/settings';
import { scopeOwners } from './scope-owners';
import { segmentOfScope } from './segment-of-scope';
import type { Segment } from './segments';

/** Which deals are of a scope: all, those of these owners, or those of a segment. */
export type ScopeRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'owners'; readonly owners: ReadonlySet<string> }
  | ({ readonly kind: 'segment' } & Segment);

/** The rule of a scope (see `scopeId`); a team that is no more is everything, as in `scopeOwners`. */
export function scopeRule(id: string, teams: readonly Team[] = []): ScopeRule {
  const segment = segmentOfScope(id);
  if (segment !== undefined) return { kind: 'segment', ...segment };
  const owners = scopeOwners(id, teams);
  return owners === undefined ? { kind: 'all' } : { kind: 'owners', owners: new Set(owners) };
}
