import type { Scored } from './measures-of';
import type { Counts } from './metrics';
import { personOf } from './person-of';
import { sortedGroups } from './sorted-groups';
import { sumsOf } from './sums-of';

interface Mates {
  readonly role: 'sdr' | 'ae';
  readonly teams: ReadonlyMap<string, string>;
  readonly total: Counts;
}

/**
 * Sums of the scope that a person is shrunk to: the team's, and without team mates who passed anything, everybody's.
 *
 * @returns A function of the person and that person's own passes.
 */
export function matesOf(
  wider: readonly Scored[],
  { role, teams, total }: Mates,
): (id: string, part: readonly Scored[]) => Counts {
  const team = (one: Scored): string | null => teams.get(personOf(one, role) ?? '') ?? null;
  const sums = new Map(sortedGroups(wider, (one) => [team(one)]).map(([name, part]) => [name, sumsOf(part)]));
  return (id, part) => {
    const mates = sums.get(teams.get(id) ?? '');
    return mates === undefined || mates.acceptance.n <= sumsOf(part).acceptance.n ? total : mates;
  };
}
