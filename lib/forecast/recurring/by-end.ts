import { compareTexts } from '../../deal/compare-texts';
import { endOf } from './end-of';
import type { Contract } from './renewal-group';

/** Contracts in the order in which they end. */
export function byEnd(a: Contract, b: Contract): number {
  return endOf(a) === endOf(b) ? compareTexts(a.deal.id, b.deal.id) : endOf(a) - endOf(b);
}
