import type { DealEvent } from './deal-events';
import type { Candidate } from './owner-passes';

/**
 * Whether the deal came back after a pass, also where both are known by one moment, such as a day: the owner's changes have
 * one order.
 */
export function isReturnAfter({ nth }: DealEvent, pass: Candidate): boolean {
  return nth !== undefined && pass.nth !== undefined && nth > pass.nth;
}
