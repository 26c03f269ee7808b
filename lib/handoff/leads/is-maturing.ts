import { conversionLife } from './conversion-life';
import type { LeadFact } from './lead-book';

/** Whether some of the leads are not yet as old as a conversion may take, or were not watched so long. */
export function isMaturing(leads: readonly LeadFact[]): boolean {
  return leads.some((lead) => conversionLife(lead)?.isOpen === true);
}
