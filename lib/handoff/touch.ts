import type { Decision } from './decide';
import type { Pass } from './find-passes';
import type { DealInput } from './request';
import { TUNING } from './tuning';

/** Hours of which only bounds are known where the two differ. */
export interface HourRange {
  readonly low: number;
  readonly high: number;
}

export type Touch =
  | { readonly kind: 'touched'; readonly hours: HourRange }
  /** Not touched for so many hours; `isOver` where it never will be, since the pass was returned or lapsed. */
  | { readonly kind: 'untouched'; readonly hours: number; readonly isOver: boolean }
  | { readonly kind: 'unknown' };

type Hours = (from: number, to: number) => number;

/**
 * The AE's first touch after a pass. A deal has one first touch: it belongs to the pass that it follows; of later passes
 * it tells nothing.
 *
 * @param hours Business hours between two instants.
 */
export function touch(
  pass: Pass,
  { deal, decision }: { readonly deal: DealInput; readonly decision: Decision },
  { asOf, hours }: { readonly asOf: number; readonly hours: Hours },
): Touch {
  const at = deal.firstTouchAt;
  if (at !== null && at.to < pass.at.from - TUNING.clockSkewMs) return { kind: 'unknown' };
  if (at !== null && at.from < pass.until) {
    const low = hours(pass.at.to, at.from);
    return { kind: 'touched', hours: { low, high: Math.max(low, hours(pass.at.from, at.to)) } };
  }
  const end = Math.min(decision.at?.to ?? asOf, pass.until, asOf);
  const isOver = decision.kind !== 'undecided' && decision.kind !== 'accepted';
  return { kind: 'untouched', hours: hours(pass.at.to, end), isOver };
}
