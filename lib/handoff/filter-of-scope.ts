import type { PassFilter } from './is-chosen';

/**
 * The passes of a scope (see `scopeId`): a team's, or those from and to a person.
 *
 * @param nameOf The one name of a person who has several.
 * @example filterOfScope('person:Ida Krog') // { person: 'Ida Krog' }
 */
export function filterOfScope(scope: string, nameOf: (name: string) => string = (name) => name): PassFilter {
  const name = scope.slice(scope.indexOf(':') + 1);
  if (scope.startsWith('person:')) return { person: nameOf(name) };
  return scope.startsWith('team:') ? { team: name } : {};
}
