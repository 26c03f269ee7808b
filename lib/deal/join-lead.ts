import { compareInstants } from '../calendar/compare-instants';
import type { Lead } from './lead';

const DAY_MS = 86_400_000;

/**
 * What two sights of one lead say together: of a field that both show the later one, and the second where both are of one
 * instant. The instant of a conversion that a later sight shows on another day, or not at all, is none any more. It is
 * removed where the listing that no longer named it was made by whoever saw it last, and after that sight.
 */
export function joinLead(ours: Lead | undefined, theirs: Lead): Lead {
  if (ours === undefined) return theirs;
  const [early, late] = compareInstants(theirs.seenAt, ours.seenAt) < 0 ? [theirs, ours] : [ours, theirs];
  const { convertedAt, seenAs: _, removedAt: __, ...rest } = { ...early, ...late };
  const isStale = late.convertedAt === undefined && isOff(convertedAt, late.convertedOn);
  const { seenAs } = late;
  const [removedAt] = [ours, theirs]
    .flatMap((one) =>
      one.removedAt !== undefined && one.seenAs === seenAs && compareInstants(late.seenAt, one.removedAt) <= 0
        ? one.removedAt
        : [],
    )
    .toSorted(compareInstants);
  return {
    ...rest,
    ...(convertedAt === undefined || isStale ? {} : { convertedAt }),
    ...(seenAs && { seenAs }),
    ...(removedAt && { removedAt }),
  };
}

/** True where an instant cannot lie on a day, by whichever clock: in UTC it may be the day before or after. */
function isOff(at: string | null | undefined, day: string | null | undefined): boolean {
  if (!at || day === undefined) return false;
  return day === null || Math.abs(Date.parse(at.slice(0, 10)) - Date.parse(day)) > DAY_MS;
}
