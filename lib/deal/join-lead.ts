import { compareInstants } from '../calendar/compare-instants';
import type { Lead } from './lead';

const DAY_MS = 86_400_000;

/**
 * What two sights of one lead say together: of a field that both show the later one, and the second where both are of one
 * instant. The instant of a conversion that a later sight shows on another day, or not at all, is none any more. One
 * that was removed stays so until it is seen after that. It is from a file where the later sight is: the file tells of it
 * as it then was, and one that is imported again says of what an earlier version took from it that it was a file.
 */
export function joinLead(ours: Lead | undefined, theirs: Lead): Lead {
  if (ours === undefined) return theirs;
  const [early, late] = compareInstants(theirs.seenAt, ours.seenAt) < 0 ? [theirs, ours] : [ours, theirs];
  const { convertedAt, isFromFile: _, removedAt, ...rest } = { ...early, ...late };
  const isStale = late.convertedAt === undefined && isOff(convertedAt, late.convertedOn);
  return {
    ...rest,
    ...(convertedAt === undefined || isStale ? {} : { convertedAt }),
    ...(late.isFromFile && { isFromFile: true }),
    ...(removedAt && compareInstants(late.seenAt, removedAt) <= 0 && { removedAt }),
  };
}

/** True where an instant cannot lie on a day, by whichever clock: in UTC it may be the day before or after. */
function isOff(at: string | null | undefined, day: string | null | undefined): boolean {
  if (!at || day === undefined) return false;
  return day === null || Math.abs(Date.parse(at.slice(0, 10)) - Date.parse(day)) > DAY_MS;
}
