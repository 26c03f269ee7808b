import type { ProcessPerson } from '../../../lib/deal/process';
import type { Role } from '../../../lib/handoff/request';

/** What can be chosen as a person's role. `none`: of none of these; `unsaid`: nobody has said. */
export const roleChoices = ['unsaid', 'sdr', 'ae', 'both', 'csm', 'manager', 'none'] as const;
export type RoleChoice = (typeof roleChoices)[number];

const rolesOf: Readonly<Record<Exclude<RoleChoice, 'unsaid'>, readonly Role[]>> = {
  sdr: ['sdr'],
  ae: ['ae'],
  both: ['sdr', 'ae'],
  csm: ['csm'],
  manager: ['manager'],
  none: [],
};

/** The choice that roles are. */
export function choiceOf(roles: readonly Role[] | undefined): RoleChoice {
  if (roles === undefined) return 'unsaid';
  if (roles.includes('sdr') && roles.includes('ae')) return 'both';
  return roles[0] ?? 'none';
}

/** One person's role said; with none said, the person's other names are on their own again. */
export function withRole(
  people: readonly ProcessPerson[],
  name: string,
  choice: RoleChoice,
): readonly ProcessPerson[] {
  const others = people.filter((person) => person.name !== name);
  if (choice === 'unsaid') return others;
  const before = people.find((person) => person.name === name);
  const person = { name, roles: rolesOf[choice], aliases: before?.aliases ?? [] };
  return before === undefined
    ? [...people, person]
    : people.map((other) => (other === before ? person : other));
}

/** One name said to be another name of a person whose role is said; what was said of it itself goes. */
export function withAlias(
  people: readonly ProcessPerson[],
  alias: string,
  name: string,
): readonly ProcessPerson[] {
  const moved = [alias, ...(people.find((person) => person.name === alias)?.aliases ?? [])];
  return people
    .filter((person) => person.name !== alias)
    .map((person) =>
      person.name === name ? { ...person, aliases: [...new Set([...person.aliases, ...moved])] } : person,
    );
}

/** A name on its own again. */
export function withoutAlias(people: readonly ProcessPerson[], alias: string): readonly ProcessPerson[] {
  return people.map((person) =>
    person.aliases.includes(alias)
      ? { ...person, aliases: person.aliases.filter((other) => other !== alias) }
      : person,
  );
}
