import type { OpenRecurring } from './recurring-book';
import { type Bringing, type Flow, FLOWS } from './recurring-forward';

/** Puts open deals that renew nothing in force into columns. */
export function bringingOf(
  open: readonly OpenRecurring[],
  { first, flowOf }: { readonly first: number; readonly flowOf: (deal: OpenRecurring) => Flow },
): Bringing {
  return {
    ids: open.map(({ id }) => id),
    first,
    annualMinor: Float64Array.from(open, ({ annualMinor }) => annualMinor),
    flow: Uint8Array.from(open, (deal) => FLOWS.indexOf(flowOf(deal))),
  };
}
