import { matesOf } from './mates-of';
import type { Counts } from './metrics';
import { measuresOf, type Measures, type Scored, type Whole } from './measures-of';
import { personOf } from './person-of';
import { sortedGroups } from './sorted-groups';
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
  readonly wider: readonly Scored[];
  readonly whole: Whole;
  /** By person. */
  readonly teams: ReadonlyMap<string, string>;
}

/** Measures of a choice, part by part. Each part is shrunk to the wider scope without it, a person to the team. */
export function breakdown(chosen: readonly Scored[], { wider, whole, teams }: Among): Breakdown {
  const total = sumsOf(wider);
  const measured = (part: readonly Scored[], others: Counts): Measures => {
    const own = sumsOf(part);
    return measuresOf(part, { own, others: without(others, own) }, whole);
  };
  const groups = (keyOf: (one: Scored) => string | null) => sortedGroups(chosen, (one) => [keyOf(one)]);
  const person = (role: 'sdr' | 'ae'): readonly PersonMeasures[] => {
    const mates = matesOf(wider, { role, teams, total });
    return groups((one) => personOf(one, role)).map(([id, part]) => ({
      id,
      role,
      measures: measured(part, mates(id, part)),
    }));
  };
  return {
    byPerson: [...person('sdr'), ...person('ae')],
    byPair: groups(({ handoff: { pass } }) =>
      pass.from === null || pass.to === null ? null : JSON.stringify([pass.from, pass.to]),
    ).map(([key, part]) => {
      const [from, to] = JSON.parse(key) as [string, string]; // as it was written above
      return { from, to, measures: measured(part, total) };
    }),
    byTeam: sortedGroups(chosen, ({ handoff: { pass } }) => [
      teams.get(pass.from ?? '') ?? null,
      teams.get(pass.to ?? '') ?? null,
    ]).map(([team, part]) => ({ team, measures: measured(part, total) })),
    bySource: groups(({ handoff: { deal } }) => deal.source).map(([source, part]) => ({
      source,
      measures: measured(part, total),
    })),
  };
}
