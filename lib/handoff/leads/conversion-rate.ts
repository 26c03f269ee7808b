import { incidenceShare, type Curve } from '../incidence-share';
import { rate, type Count, type Rate, type TooFew } from '../rate';
import { TUNING } from '../tuning';
import { conversionCurve } from './conversion-curve';
import { isMaturing } from './is-maturing';
import { NO_DAY, type LeadFact } from './lead-book';

interface Among {
  /** The other leads' counts, towards which few are drawn. */
  readonly others: Count;
  /** The curve of all leads. */
  readonly all: Curve;
}

/**
 * Share of leads that become a deal within the window: of leads that are too young what it will be at its end, by the curve
 * of all leads (Aalen & Johansen), so that a young month does not look worse for being young.
 *
 * @param decided The leads' own count.
 */
export function conversionRate(
  leads: readonly LeadFact[],
  decided: Count,
  { others, all }: Among,
): Rate | TooFew {
  const untold = untoldShare(leads);
  if (decided.n < 1 || !isMaturing(leads)) return rate(decided, others, { unseen: untold });
  const { steps, end } = conversionCurve(leads);
  const own = { wanted: steps.shares[0].at(-1) ?? 0, other: 0, end };
  const { wanted, unseen } = incidenceShare(own, all, TUNING.convertWithinDays);
  return rate(decided, others, {
    share: Math.min(1, wanted),
    unseen: 1 - (1 - unseen) * (1 - untold),
  });
}

/** A source may show the conversions alone, so those of which it shows nothing may be all of one kind. */
function untoldShare(leads: readonly LeadFact[]): number {
  const untold = leads.filter(({ converted, watched }) => converted === undefined && watched === NO_DAY);
  return untold.length / leads.length;
}
