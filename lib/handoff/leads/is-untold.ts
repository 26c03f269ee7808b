import { NO_DAY, type LeadFact } from './lead-book';

/** Whether nothing has shown if a lead became a deal: none of its sights did, or they ended before its time was up. */
export function isUntold({ converted, watched }: LeadFact): boolean {
  return converted === undefined && watched === NO_DAY;
}
