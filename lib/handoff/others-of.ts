import { matesOf } from './mates-of';
import type { Scored } from './measures-of';
import type { Counts } from './metrics';
import type { PassFilter } from './is-chosen';
import { sumsOf } from './sums-of';
import { without } from './without';

interface Around {
  readonly wider: readonly Scored[];
  readonly filter: PassFilter;
  readonly teams: ReadonlyMap<string, string>;
}

/** What a choice is shrunk to: a person to the team, everything else to all others; all of them to nothing. */
export function othersOf(
  chosen: readonly Scored[],
  own: Counts,
  { wider, filter: { sdr, ae, ...further }, teams }: Around,
): Counts {
  const total = sumsOf(wider);
  const isOne = (sdr === undefined) !== (ae === undefined) && Object.keys(further).length === 0;
  if (!isOne) return without(total, own);
  const role = sdr === undefined ? 'ae' : 'sdr';
  return without(matesOf(wider, { role, teams, total })(sdr ?? ae ?? '', chosen), own);
}
