import { NO_DAY, type LeadFact } from './lead-book';

/** Whether nothing has shown if a lead became a deal. */
export function isUntold({ converted, watched }: LeadFact): boolean {
  return converted === undefined && watched === NO_DAY;
}
