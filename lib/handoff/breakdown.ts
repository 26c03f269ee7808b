import { matesOf } from './mates-of';
import { measuresOf, type Measures, type Whole } from './measures-of';
import type { Counts } from './metrics';
import type { Part } from './part';
import { split } from './split';
import { sumsBy } from './sums-by';
import { sumsOf } from './sums-of';
import { TUNING } from './tuning';
import { without } from './without';

/** The measures of a choice of passes: of each person in the role that the person had, pair, team and source. */
export interface Breakdown {
  readonly byPerson: readonly PersonMeasures[];
  /** None where they were not asked for. */
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
  /** Whether pairs are measured: of a hundred persons with a hundred others they are more than all else together. */
  readonly withPairs: boolean;
}

interface Groups {
  readonly names: readonly string[];
  /** See `split`. */
  readonly keys: readonly Int32Array[];
  /** Whom a group is compared with, by all of its own passes. */
  readonly others: (group: number, own: Counts) => Counts;
}

/**
 * Measures of a choice, part by part. Each part is shrunk to the wider scope without it, a person to the team; without
 * it means without all of its passes, whichever of them are chosen.
 */
export function breakdown(chosen: Part, { wider, whole, teams, withPairs }: Among): Breakdown {
  const total = sumsOf(wider);
  const { from, to, pair, teams: ofTeams, source } = chosen.columns;
  const measured = ({ names, keys, others }: Groups) => {
    const all = sumsBy(wider, keys, names.length);
    const own = chosen === wider ? all : sumsBy(chosen, keys, names.length);
    return split(chosen, keys, names.length).flatMap((part, group) => {
      if (part.from === part.to) return [];
      // Too few are no share that would be drawn to any other: of ten thousand pairs most are.
      const isFew = part.to - part.from < TUNING.leastCount;
      const both = { own: own(group), others: isFew ? total : others(group, all(group)) };
      return [{ name: names[group] ?? '', measures: measuresOf(part, both, whole) }];
    });
  };
  const everybody = (_: number, own: Counts) => without(total, own);
  const persons = (role: 'sdr' | 'ae'): readonly PersonMeasures[] => {
    const { names, codes } = role === 'sdr' ? from : to;
    const others = matesOf(wider, { role, teams, total });
    return measured({ names, keys: [codes], others }).map(({ name, measures }) => ({
      id: name,
      role,
      measures,
    }));
  };
  const pairs = withPairs ? measured({ names: pair.names, keys: [pair.codes], others: everybody }) : [];
  return {
    byPerson: [...persons('sdr'), ...persons('ae')],
    byPair: pairs.map(({ name, measures }) => {
      const [giver, taker] = JSON.parse(name) as [string, string]; // as it was written in the columns
      return { from: giver, to: taker, measures };
    }),
    byTeam: measured({ names: ofTeams.names, keys: ofTeams.codes, others: everybody }).map(
      ({ name, measures }) => ({ team: name, measures }),
    ),
    bySource: measured({ names: source.names, keys: [source.codes], others: everybody }).map(
      ({ name, measures }) => ({ source: name, measures }),
    ),
  };
}
