import { NO_DAY, type LeadFact } from './lead-book';

/**
 * Whether none of some leads is known not to have become a deal: then it may be that such alone are shown, by a file that
 * was made of them or a field that is filled when they do.
 */
export function isOnlyConverted(leads: readonly LeadFact[]): boolean {
  return leads.every(({ converted, watched }) => converted !== undefined || watched === NO_DAY);
}
