import type { Settings } from '../../deal/settings';
import type { Scope } from './scope-id';

/** Owners whose deals are in a scope; `undefined`: everybody's, and nobody's. A team without members owns nothing. */
export function scopeOwners(scope: Scope, { teams }: Pick<Settings, 'teams'>): readonly string[] | undefined {
  if (scope.kind === 'all') return undefined;
  if (scope.kind === 'person') return [scope.name];
  return teams?.find(({ name }) => name === scope.name)?.members ?? [];
}
