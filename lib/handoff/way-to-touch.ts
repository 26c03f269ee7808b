import type { Handoff } from './finish-passes';
import type { Way } from './way';

/** To the AE's first touch; `undefined` where nothing is known of touches. */
export function wayToTouch({ touch }: Handoff): Way | undefined {
  if (touch.kind === 'unknown') return undefined;
  return touch.kind === 'touched'
    ? { kind: 'came', hours: touch.hours }
    : { kind: 'waits', hours: touch.hours, isOver: touch.isOver };
}
