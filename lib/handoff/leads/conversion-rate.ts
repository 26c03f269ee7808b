import type { Curve } from '../incidence-share';
import { rate, type Count, type Rate, type TooFew } from '../rate';
import { conversionShare } from './conversion-share';
import { isOnlyConverted } from './is-only-converted';
import type { LeadFact } from './lead-book';

/** A share that cannot be told before the rest of the leads is read; `n` are here. */
export interface PartlyRead {
  readonly kind: 'partly-read';
  readonly n: number;
}

/** A share that cannot be told, for none of the `n` leads is known not to have become a deal. */
export interface OnlyConverted {
  readonly kind: 'only-converted';
  readonly n: number;
}

export type ConversionRate = Rate | TooFew | PartlyRead | OnlyConverted;

interface Among {
  /** The other leads' counts, towards which few are drawn. */
  readonly others: Count;
  /** The curve of all leads. */
  readonly all: Curve;
}

/** Share of leads that become a deal within the window, see `conversionShare`. */
export function conversionRate(leads: readonly LeadFact[], { others, all }: Among): ConversionRate {
  if (leads.some(({ isPartOf }) => isPartOf)) return { kind: 'partly-read', n: leads.length };
  const { count, unseen } = conversionShare(leads, all);
  const share = rate(count, others, { unseen });
  return 'value' in share && isOnlyConverted(leads) ? { kind: 'only-converted', n: leads.length } : share;
}
