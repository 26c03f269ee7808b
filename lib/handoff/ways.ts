import type { Handoff } from './finish-passes';
import type { HourRange } from './touch';

/** One pass on its way to an event: when it came, or how long it was watched (`isOver` where it never will come). */
export type Way =
  | { readonly kind: 'came'; readonly hours: HourRange }
  | { readonly kind: 'waits'; readonly hours: number; readonly isOver: boolean };

/** To acceptance; `undefined`: decided at a time that nobody knows, which says nothing of how long it takes. */
export function wayToAccept({ decision, hoursToAccept, hoursWatched }: Handoff): Way | undefined {
  if (hoursToAccept !== null) return { kind: 'came', hours: hoursToAccept };
  if (decision.at === null && decision.kind !== 'undecided') return undefined;
  return { kind: 'waits', hours: hoursWatched, isOver: decision.kind !== 'undecided' };
}

/** To the AE's first touch; `undefined` where nothing is known of touches. */
export function wayToTouch({ touch }: Handoff): Way | undefined {
  if (touch.kind === 'unknown') return undefined;
  return touch.kind === 'touched'
    ? { kind: 'came', hours: touch.hours }
    : { kind: 'waits', hours: touch.hours, isOver: touch.isOver };
}
