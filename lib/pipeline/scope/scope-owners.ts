import type { Team } from '../../deal/settings';

/**
 * Owners whose deals are in a scope (see `scopeId`); `undefined` where it is everything, or a team that is no more.
 * A team without members owns nothing.
 *
 * @example scopeOwners('person:Maja Lind') // ['Maja Lind']
 */
export function scopeOwners(id: string, teams: readonly Team[] = []): readonly string[] | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('person:')) return [name];
  return id.startsWith('team:') ? teams.find((team) => team.name === name)?.members : undefined;
}
