import { minorOf } from './minor-of';
import type { Group } from './renewal-group';

/** Whether won renewals have not renewed in full the one contract that they are of. */
export function isShort({ contracts, renewals }: Group): boolean {
  return contracts.length === 1 && renewals[0]?.outcome === 'won' && minorOf(renewals) < minorOf(contracts);
}
