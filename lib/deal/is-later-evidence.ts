import { compareInstants } from '../calendar/compare-instants';
import type { FieldSource } from './deal';

/**
 * Whether a value that replaces another shows that the CRM's value *changed* in between. Not where it was seen at
 * the same instant or before (then the other was simply wrong), nor where an exact value replaces a rounded one
 * (then it was never known better).
 */
export function isLaterEvidence(before: FieldSource, after: FieldSource): boolean {
  if (compareInstants(after.at, before.at) <= 0) return false;
  return !(before.from === 'page-approximate' && after.from !== 'page-approximate');
}
