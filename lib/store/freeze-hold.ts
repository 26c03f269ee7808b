import { wallClock } from '../calendar/wall-clock';
import type { Zoned } from './each-deal';
import type { Sync } from './rows';
import { isSilent } from './syncs';

/** Why the day's forecast is not frozen: a pipeline is being read, or that was broken off today. */
export type FreezeHold = 'reading' | 'broken-off';

/** The instant, ISO 8601 UTC. */
export interface Moment extends Zoned {
  readonly now: string;
}

/**
 * The rule for a pipeline of which a part is read. While it is being read nothing is frozen, and nothing on the day on which
 * the first reading of all its deals was broken off: it may go on any moment, and a part would stand for the whole for
 * good. From the next day on the part is what is known and shown, and so it is frozen, with how many open deals had been
 * read where the CRM has said how many there are. A reading without a sign of life was broken off at its last one.
 */
export function freezeHold(runs: readonly Sync[], { now, zone }: Moment): FreezeHold | undefined {
  const clock = wallClock(zone);
  const dayOf = (instant: string) => clock(instant).slice(0, 10);
  if (runs.some((run) => run.status === 'running' && !isSilent(run, now))) return 'reading';
  const isBrokenOff = ({ status, dealsReadAt, listedAt, progressAt }: Sync) =>
    status !== 'done' && (dealsReadAt ?? listedAt) === undefined && dayOf(progressAt) === dayOf(now);
  return runs.some(isBrokenOff) ? 'broken-off' : undefined;
}
