import { matesOf } from './mates-of';
import { measuresOf, type Measures, type Whole } from './measures-of';
import type { Counts } from './metrics';
import type { Part } from './part';
import { split } from './split';
import { sumsOf } from './sums-of';
import { without } from './without';

/** The measures of a choice of passes: of each person in the role that the person had, pair, team and source. */
export interface Breakdown {
  readonly byPerson: readonly PersonMeasures[];
  readonly byPair: readonly { readonly from: string; readonly to: string; readonly measures: Measures }[];
  readonly byTeam: readonly { readonly team: string; readonly measures: Measures }[];
  readonly bySource: readonly { readonly source: string; readonly measures: Measures }[];
}

export interface PersonMeasures {
  readonly id: string;
  readonly role: 'sdr' | 'ae';
  readonly measures: Measures;
}

interface Among {
  /** All passes that the choice is taken from: those outside a group are what it is shrunk to. */
  readonly wider: Part;
  readonly whole: Whole;
  /** By person. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
}

interface Groups {
  readonly names: readonly string[];
  /** See `split`. */
  readonly keys: readonly Int32Array[];
  /** Whom a group is compared with; the group may be among them. */
  readonly among: (group: number, own: Counts) => Counts;
}

/** Measures of a choice, part by part. Each part is shrunk to the wider scope without it, a person to the team. */
export function breakdown(chosen: Part, { wider, whole, teams }: Among): Breakdown {
  const total = sumsOf(wider);
  const { from, to, pair, teams: ofTeams, source } = chosen.columns;
  const measured = ({ names, keys, among }: Groups) =>
    split(chosen, keys, names.length).flatMap((part, group) => {
      if (part.from === part.to) return [];
      const own = sumsOf(part);
      const others = without(among(group, own), own);
      return [{ name: names[group] ?? '', measures: measuresOf(part, { own, others }, whole) }];
    });
  const everybody = () => total;
  const persons = (role: 'sdr' | 'ae'): readonly PersonMeasures[] => {
    const { names, codes } = role === 'sdr' ? from : to;
    const among = matesOf(wider, { role, teams, total });
    return measured({ names, keys: [codes], among }).map(({ name, measures }) => ({
      id: name,
      role,
      measures,
    }));
  };
  return {
    byPerson: [...persons('sdr'), ...persons('ae')],
    byPair: measured({ names: pair.names, keys: [pair.codes], among: everybody }).map(
      ({ name, measures }) => {
        const [giver, taker] = JSON.parse(name) as [string, string]; // as it was written in the columns
        return { from: giver, to: taker, measures };
      },
    ),
    byTeam: measured({ names: ofTeams.names, keys: ofTeams.codes, among: everybody }).map(
      ({ name, measures }) => ({ team: name, measures }),
    ),
    bySource: measured({ names: source.names, keys: [source.codes], among: everybody }).map(
      ({ name, measures }) => ({ source: name, measures }),
    ),
  };
}
