import { isChosen, type PassFilter } from './is-chosen';
import { matesOf } from './mates-of';
import type { Counts } from './metrics';
import type { Part } from './part';
import { sumsBy } from './sums-by';
import { sumsOf } from './sums-of';
import { without } from './without';

interface Around {
  readonly wider: Part;
  readonly filter: PassFilter;
  readonly teams: ReadonlyMap<string, readonly string[]>;
}

/**
 * What a choice is shrunk to: a person to the team, everything else to all others; all of them to nothing. None of it is
 * the own passes of who is chosen, of other sources for instance: what is alike would be compared with itself.
 */
export function othersOf({ wider, filter, teams }: Around): Counts {
  const { sdr, ae, person } = filter;
  const { columns } = wider;
  const total = sumsOf(wider);
  const who = whoOf(filter);
  if (Object.keys(who).length === 0) return without(total, total);
  const isOwn = isChosen(columns, who);
  const key = new Int32Array(columns.size).fill(-1);
  for (const row of wider.rows) if (isOwn(row)) key[row] = 0;
  const own = sumsBy(wider, [key], 1)(0);
  if ((sdr === undefined) === (ae === undefined) || person !== undefined) return without(total, own);
  const role = sdr === undefined ? 'ae' : 'sdr';
  const { names } = columns[role === 'sdr' ? 'from' : 'to'];
  return matesOf(wider, { role, teams, total })(names.indexOf(sdr ?? ae ?? ''), own);
}

/** The part of a filter that says whose passes they are: persons, else a team, else all of it. */
function whoOf({ sdr, ae, person, team, ...further }: PassFilter): PassFilter {
  const persons = {
    ...(sdr !== undefined && { sdr }),
    ...(ae !== undefined && { ae }),
    ...(person !== undefined && { person }),
  };
  if (Object.keys(persons).length > 0) return persons;
  return team === undefined ? further : { team };
}
