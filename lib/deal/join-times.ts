import { compareInstants } from '../calendar/compare-instants';
import { compareSources } from './compare-sources';
import type { Deal, FieldSource } from './deal';
import type { Evidence } from './evidence';

type Sight = Pick<Evidence, 'host' | 'seenAt' | 'seenVia' | 'seenAs'>;
type Times = Pick<Deal, 'host' | 'seenAt' | 'seenVia' | 'seenAs'> & { readonly firstSeenAt: string };

/**
 * First and last sight of a deal, and how, where and as whom the last one was. Of two last sights at one instant the
 * interface's counts, then the greater host and name: arbitrary, but the same whichever came first.
 */
export function joinTimes(current: Deal | undefined, evidence: Evidence): Times {
  const sight: Sight = evidence;
  if (current === undefined) return { ...timesOf(sight), firstSeenAt: evidence.firstSeenAt };
  const first = current.firstSeenAt ?? current.seenAt;
  const { host, seenAt, seenVia, seenAs } = current;
  const known: Sight = { host, seenAt, seenVia, seenAs };
  const order = compareSources(sourceOf(sight), sourceOf(known));
  const isLast = order > 0 || (order === 0 && nameOf(sight) > nameOf(known));
  return {
    ...timesOf(isLast ? sight : known),
    firstSeenAt: compareInstants(first, evidence.firstSeenAt) <= 0 ? first : evidence.firstSeenAt,
  };
}

function timesOf({ host, seenAt, seenVia, seenAs }: Sight) {
  return { host, seenAt, seenVia, ...(seenAs === undefined ? {} : { seenAs }) };
}

function nameOf({ host, seenAs }: Sight): string {
  return JSON.stringify([host, seenAs ?? '']);
}

/** How a deal was seen is `api` or `page`, never rounded: the order is the instants', then the interface's. */
function sourceOf({ seenAt, seenVia }: Sight): FieldSource {
  return { from: seenVia, at: seenAt, view: '' };
}
