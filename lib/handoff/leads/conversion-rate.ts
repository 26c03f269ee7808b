import type { Curve } from '../incidence-share';
import { rate, type Count, type Rate, type TooFew } from '../rate';
import { conversionShare } from './conversion-share';
import type { LeadFact } from './lead-book';

/** A share that cannot be told before the rest of the leads is read; `n` are here. */
export interface PartlyRead {
  readonly kind: 'partly-read';
  readonly n: number;
}

interface Among {
  /** The other leads' counts, towards which few are drawn. */
  readonly others: Count;
  /** The curve of all leads. */
  readonly all: Curve;
}

/** Share of leads that become a deal within the window, see `conversionShare`. */
export function conversionRate(
  leads: readonly LeadFact[],
  { others, all }: Among,
): Rate | TooFew | PartlyRead {
  if (leads.some(({ isPartOf }) => isPartOf)) return { kind: 'partly-read', n: leads.length };
  const { count, unseen } = conversionShare(leads, all);
  return rate(count, others, { unseen });
}
