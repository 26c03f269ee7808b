import { aalenJohansen } from '../../stats/aalen-johansen';
import { CENSORED } from '../../stats/lives';
import type { Curve } from '../incidence-share';
import { conversionLife } from './conversion-life';
import type { LeadFact } from './lead-book';

/** The curve of some leads: chance to have become a deal by each day. */
export function conversionCurve(leads: readonly LeadFact[]): Curve {
  const lives = leads.flatMap((lead) => conversionLife(lead) ?? []).toSorted((a, b) => a.days - b.days);
  const steps = aalenJohansen(
    {
      times: Float64Array.from(lives, ({ days }) => days),
      causes: Uint8Array.from(lives, ({ isConverted }) => (isConverted ? 0 : CENSORED)),
      order: Int32Array.from(lives, (_, at) => at),
    },
    { from: 0, to: lives.length },
  );
  return { steps, end: lives.at(-1)?.days ?? 0 };
}
