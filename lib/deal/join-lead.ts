import { compareInstants } from '../calendar/compare-instants';
import type { Lead } from './lead';

/**
 * What two sights of one lead say together: of a field that both show the later one, and the second where both are of one
 * instant.
 */
export function joinLead(ours: Lead | undefined, theirs: Lead): Lead {
  if (ours === undefined) return theirs;
  return compareInstants(theirs.seenAt, ours.seenAt) < 0 ? { ...theirs, ...ours } : { ...ours, ...theirs };
}
