import type { Handoff } from './finish-passes';
import type { Way } from './way';

/** To acceptance; `undefined`: decided at a time that nobody knows, which says nothing of how long it takes. */
export function wayToAccept({ decision, hoursToAccept, hoursWatched }: Handoff): Way | undefined {
  if (hoursToAccept !== null) return { kind: 'came', hours: hoursToAccept };
  if (decision.at === null && decision.kind !== 'undecided') return undefined;
  return { kind: 'waits', hours: hoursWatched, isOver: decision.kind !== 'undecided' };
}
