import { dayNumber } from '../../calendar/day-number';
import { minorOf } from './minor-of';
import type { Group } from './renewal-group';

/** What became of revenue that was due for renewal. By the year, in minor units. */
export interface TermFate {
  /** Number of the day on which it ended; where it had no end, of the day on which it was renewed or lost. */
  readonly dueOn: number;
  /** Number of the last day on which it could be renewed. */
  readonly graceUntil: number;
  readonly minor: number;
  /** 0 where it was not renewed. */
  readonly renewedMinor: number;
}

/** What became of the contracts of each group that were due before `asOf`, or were renewed or lost. */
export function termFates(groups: readonly Group[], asOf: string): readonly TermFate[] {
  const now = dayNumber(asOf) ?? 0;
  return groups.flatMap(({ contracts, renewals }): readonly TermFate[] => {
    const won = renewals.filter(({ outcome }) => outcome === 'won');
    const closed = renewals.filter(({ deal }) => 'closedOn' in deal);
    const window = contracts[0]?.window;
    const dueOn = window?.end ?? closed.at(-1)?.day;
    const minor = minorOf(contracts);
    if (dueOn === undefined || dueOn >= now || minor === 0) return [];
    return [{ dueOn, graceUntil: window?.until ?? dueOn, minor, renewedMinor: minorOf(won) }];
  });
}
