import { curveAt } from '../curve-at';
import { incidenceShare, type Curve } from '../incidence-share';
import type { Count } from '../rate';
import { TUNING } from '../tuning';
import { conversionCounts } from './conversion-counts';
import { conversionCurve } from './conversion-curve';
import { conversionLife } from './conversion-life';
import { isMaturing } from './is-maturing';
import { isUntold } from './is-untold';
import type { LeadFact } from './lead-book';

/** How many of some leads become deals within the window. */
export interface ConversionShare {
  /**
   * Out of how many: leads of which it is known, and of young ones as many as tell as much as they do, rounded down. The
   * sum is then what is estimated of these.
   */
  readonly count: Count;
  /** Part of the leads of which nothing can tell how they will end, 0..1. */
  readonly unseen: number;
}

/**
 * What leads tell of the share of them that becomes a deal within the window: of leads that are too young what it will be
 * at its end, by the curve of all leads (Aalen & Johansen), so that a young month does not look worse for being young.
 *
 * A lead that was watched for a part of the window tells as much as the share of conversions that come in that part.
 *
 * @param all The curve of all leads.
 */
export function conversionShare(leads: readonly LeadFact[], all: Curve): ConversionShare {
  const untold = untoldShare(leads);
  if (!isMaturing(leads)) return { count: conversionCounts(leads).decided, unseen: untold };
  const { steps, end } = conversionCurve(leads);
  const own = { wanted: steps.shares[0].at(-1) ?? 0, other: 0, end };
  const { wanted, unseen } = incidenceShare(own, all, TUNING.convertWithinDays);
  // A sum of parts of one may end just below a whole number.
  const n = Math.floor(toldBy(leads, all) + 1e-9);
  return { count: { sum: Math.min(1, wanted) * n, n }, unseen: 1 - (1 - unseen) * (1 - untold) };
}

/** As how many leads that were watched to the window's end these tell. */
function toldBy(leads: readonly LeadFact[], all: Curve): number {
  const whole = curveAt(all, TUNING.convertWithinDays).wanted;
  let told = 0;
  for (const lead of leads) {
    const life = conversionLife(lead);
    if (life === undefined) continue;
    if (!life.isOpen) told += 1;
    else if (whole > 0) told += curveAt(all, life.days).wanted / whole;
  }
  return told;
}

/** A source may show the conversions alone, so those of which it shows nothing may be all of one kind. */
function untoldShare(leads: readonly LeadFact[]): number {
  return leads.length === 0 ? 0 : leads.filter(isUntold).length / leads.length;
}
