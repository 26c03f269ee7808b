import type { HourRange } from './touch';

/** One pass on its way to an event: when it came, or how long it was watched (`isOver` where it never will come). */
export type Way =
  | { readonly kind: 'came'; readonly hours: HourRange }
  | { readonly kind: 'waits'; readonly hours: number; readonly isOver: boolean };
