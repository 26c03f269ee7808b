import { matesOf } from './mates-of';
import type { Counts } from './metrics';
import type { Part } from './part';
import type { PassFilter } from './is-chosen';
import { sumsOf } from './sums-of';
import { without } from './without';

interface Around {
  readonly wider: Part;
  readonly filter: PassFilter;
  readonly teams: ReadonlyMap<string, readonly string[]>;
}

/** What a choice is shrunk to: a person to the team, everything else to all others; all of them to nothing. */
export function othersOf(own: Counts, { wider, filter: { sdr, ae, ...further }, teams }: Around): Counts {
  const total = sumsOf(wider);
  const isOne = (sdr === undefined) !== (ae === undefined) && Object.keys(further).length === 0;
  if (!isOne) return without(total, own);
  const role = sdr === undefined ? 'ae' : 'sdr';
  const { names } = wider.columns[role === 'sdr' ? 'from' : 'to'];
  return without(matesOf(wider, { role, teams, total })(names.indexOf(sdr ?? ae ?? ''), own), own);
}
