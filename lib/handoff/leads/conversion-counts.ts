import type { Count } from '../rate';
import { TUNING } from '../tuning';
import { conversionLife } from './conversion-life';
import type { LeadFact } from './lead-book';

/** How many leads have become deals within the window. */
export interface ConversionCounts {
  /** Of those that did, or were watched to its end. */
  readonly decided: Count;
  /** The same of leads that were watched to the window's end, whatever came: of these nobody is missing. */
  readonly old: Count;
}

/** Counts of some leads; one of which the day of creation or conversion is not known is in none. */
export function conversionCounts(leads: readonly LeadFact[]): ConversionCounts {
  const [decided, old] = [
    { sum: 0, n: 0 },
    { sum: 0, n: 0 },
  ];
  for (const lead of leads) {
    const life = conversionLife(lead);
    if (life === undefined || life.isOpen) continue;
    for (const count of lead.created + TUNING.convertWithinDays <= lead.watched
      ? [decided, old]
      : [decided]) {
      count.n += 1;
      if (life.isConverted) count.sum += 1;
    }
  }
  return { decided, old };
}
