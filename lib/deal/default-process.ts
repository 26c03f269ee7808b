import { DEFAULT_FIELDS } from '../handoff/tuning';
import type { ProcessVersion } from './process';

/**
 * The rules where the user has set none: nobody's role and no stage is known, everything else is what is usual.
 *
 * @param from Day `YYYY-MM-DD`. @param timeZone IANA name.
 */
export function defaultProcess(from: string, timeZone: string): ProcessVersion {
  return {
    from,
    people: [],
    stages: [],
    fields: DEFAULT_FIELDS.map((id) => ({ id, weight: 1 })),
    decideWithinDays: 30,
    touchWithinHours: 4,
    calendar: { timeZone, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] },
  };
}
