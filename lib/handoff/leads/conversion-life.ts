import { TUNING } from '../tuning';
import { NO_DAY, type LeadFact } from './lead-book';

/** Days until a lead became a deal, or for which it was watched; the window at most. */
export interface ConversionLife {
  readonly days: number;
  readonly isConverted: boolean;
  /** Nothing tells yet whether it will. */
  readonly isOpen: boolean;
}

/**
 * How long it took a lead to become a deal, or how long it was watched; `undefined`: nothing tells. While others of the
 * same CRM are still to be read it tells nothing either: some CRMs list first those that became deals.
 */
export function conversionLife({
  created,
  converted,
  watched,
  isPartOf,
}: LeadFact): ConversionLife | undefined {
  if (isPartOf || created === NO_DAY || converted === NO_DAY) return undefined;
  if (converted === undefined && watched === NO_DAY) return undefined;
  const most = TUNING.convertWithinDays;
  const days = Math.max(0, (converted ?? watched) - created);
  const isConverted = converted !== undefined && days <= most;
  return { days: Math.min(days, most), isConverted, isOpen: converted === undefined && days < most };
}
