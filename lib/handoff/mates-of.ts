import { coded } from './coded';
import type { Counts } from './metrics';
import type { Part } from './part';
import { sumsBy } from './sums-by';

interface Mates {
  readonly role: 'sdr' | 'ae';
  /** By person; of several the first one's colleagues are who a person is compared with. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  readonly total: Counts;
}

/**
 * Sums of the scope that a person is shrunk to: the team's, and without team mates who passed anything, everybody's.
 *
 * @returns A function of the person's place among those of the role, and of all passes of that person in it.
 */
export function matesOf(wider: Part, { role, teams, total }: Mates): (person: number, own: Counts) => Counts {
  const { names, codes } = wider.columns[role === 'sdr' ? 'from' : 'to'];
  const team = coded(names.map((name) => teams.get(name)?.[0] ?? null));
  const sums = sumsBy(
    wider,
    codes.map((person) => team.codes[person] ?? -1),
    team.names.length,
  );
  return (person, own) => {
    const mates = sums[team.codes[person] ?? -1];
    return mates === undefined || mates.acceptance.n <= own.acceptance.n ? total : mates;
  };
}
