import { compareInstants } from '../calendar/compare-instants';
import { compareSources } from './compare-sources';
import type { Deal, FieldSource } from './deal';
import type { Evidence } from './evidence';

type Times = Pick<Deal, 'host' | 'seenAt' | 'seenVia'> & { readonly firstSeenAt: string };

/**
 * First and last sight of a deal, and how and where the last one was. Of two last sights at one instant the
 * interface's counts, then the greater host: arbitrary, but the same whichever came first.
 */
export function joinTimes(current: Deal | undefined, evidence: Evidence): Times {
  const { host, firstSeenAt, seenAt, seenVia } = evidence;
  const sight = { host, firstSeenAt, seenAt, seenVia };
  if (current === undefined) return sight;
  const first = current.firstSeenAt ?? current.seenAt;
  const known = { host: current.host, seenAt: current.seenAt, seenVia: current.seenVia };
  const order = compareSources(sourceOf(sight), sourceOf(known));
  const isLast = order > 0 || (order === 0 && host > known.host);
  return {
    ...(isLast ? sight : known),
    firstSeenAt: compareInstants(first, firstSeenAt) <= 0 ? first : firstSeenAt,
  };
}

/** How a deal was seen is `api` or `page`, never rounded: the order is the instants', then the interface's. */
function sourceOf({ seenAt, seenVia }: Pick<Deal, 'seenAt' | 'seenVia'>): FieldSource {
  return { from: seenVia, at: seenAt, view: '' };
}
