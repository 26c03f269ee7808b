import { coded } from './coded';
import type { Counts } from './metrics';
import type { Part } from './part';
import { sumsBy } from './sums-by';
import { without } from './without';

interface Mates {
  readonly role: 'sdr' | 'ae';
  /** By person; of several the first one's colleagues are who a person is compared with. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  readonly total: Counts;
}

/**
 * What a person is shrunk to: the team's passes without the person's own, and without team mates who passed anything,
 * everybody's without them.
 *
 * @returns A function of the person's place among those of the role, and of all passes of that person in it, whatever
 *   choice of them is measured.
 */
export function matesOf(wider: Part, { role, teams, total }: Mates): (person: number, own: Counts) => Counts {
  const { names, codes } = wider.columns[role === 'sdr' ? 'from' : 'to'];
  const team = coded(names.map((name) => teams.get(name)?.[0] ?? null));
  const ofRow = codes.map((person) => team.codes[person] ?? -1);
  const sums = sumsBy(wider, [ofRow], team.names.length);
  return (person, own) => {
    const ofTeam = team.codes[person] ?? -1;
    const mates = ofTeam < 0 ? undefined : sums(ofTeam);
    return without(mates === undefined || mates.acceptance.n <= own.acceptance.n ? total : mates, own);
  };
}
