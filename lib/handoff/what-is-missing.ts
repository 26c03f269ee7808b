import type { Rules } from './rules-of';
import type { Seen } from './seen';

/** Why a figure of handoffs is not there; a screen says of each how to supply it. */
export const MISSING = [
  /** Nobody is said to be an SDR, or nobody to be an AE. */
  'roles',
  /** No deal shows an SDR, none has changed its owner, and none was a lead: nothing tells of a pass. */
  'passes',
  /** No stage counts as qualified: acceptance is known of won deals and of verdicts alone. */
  'qualified-stage',
  /** No deal shows a qualification field. */
  'qualification',
  /** No stage or owner is known to have changed: there are no times. */
  'history',
  /** No deal shows when it was first touched, or whether its meeting was held, or was passed hot. */
  'touches',
  'meetings',
  'hot',
] as const;
export type Missing = (typeof MISSING)[number];

/** What the deals and the rules lack for the figures of handoffs, the weightiest first. */
export function whatIsMissing({ setting: { roles, qualifiedOrder } }: Rules, seen: Seen): readonly Missing[] {
  const has = (role: 'sdr' | 'ae') => [...roles.values()].some((own) => own.has(role));
  const lacks: Record<Missing, boolean> = {
    roles: !has('sdr') || !has('ae'),
    passes: seen.sdr === 0 && seen.ownerChange === 0 && seen.lead === 0,
    'qualified-stage': qualifiedOrder === undefined,
    qualification: seen.qualification === 0,
    history: seen.stageChange === 0 && seen.ownerChange === 0,
    touches: seen.touch === 0,
    meetings: seen.meeting === 0,
    hot: seen.hot === 0,
  };
  return MISSING.filter((one) => lacks[one]);
}
