import { dayNumber } from '../../../lib/calendar/day-number';
import { isTimeZone } from '../../../lib/calendar/is-time-zone';
import type { ProcessPerson, ProcessStage, ProcessVersion } from '../../../lib/deal/process';

/** The rules as they stand in the form: numbers and days as they are typed. */
export interface ProcessDraft {
  readonly from: string;
  readonly people: readonly ProcessPerson[];
  readonly stages: readonly ProcessStage[];
  /** One with no weight, or none above 0, is not asked for. */
  readonly fields: readonly { readonly id: string; readonly weight: string }[];
  readonly decideWithin: string;
  readonly touchWithin: string;
  readonly weekdays: readonly number[];
  /** As a field for times has it: `00:00` at the end is midnight. */
  readonly opens: string;
  readonly closes: string;
  readonly timeZone: string;
  /** A day in each line. */
  readonly holidays: string;
}

/** What in the form cannot be kept. `line`: which one of the holidays, from 1. */
export type DraftFault =
  | { readonly at: 'from' | 'decideWithin' | 'touchWithin' | 'weekdays' | 'hours' | 'timeZone' }
  | { readonly at: 'field'; readonly id: string }
  | { readonly at: 'holidays'; readonly line: number; readonly text: string };

/** The form of a version. */
export function draftOf(version: ProcessVersion): ProcessDraft {
  const { calendar, decideWithinDays, touchWithinHours, fields, from, people, stages } = version;
  return {
    from,
    people,
    stages,
    fields: fields.map(({ id, weight }) => ({ id, weight: String(weight) })),
    decideWithin: String(decideWithinDays),
    touchWithin: String(touchWithinHours),
    weekdays: calendar.weekdays,
    opens: calendar.from,
    closes: calendar.to === '24:00' ? '00:00' : calendar.to,
    timeZone: calendar.timeZone,
    holidays: calendar.holidays.join('\n'),
  };
}

/** The version that the form says, or everything that stands in the way. */
export function versionOf(draft: ProcessDraft): ProcessVersion | readonly DraftFault[] {
  const faults: DraftFault[] = [];
  const decideWithinDays = numberOf(draft.decideWithin);
  const touchWithinHours = numberOf(draft.touchWithin);
  const { from, people, stages, weekdays, opens, timeZone } = draft;
  const closes = draft.closes === '00:00' ? '24:00' : draft.closes;
  if (!isDay(from)) faults.push({ at: 'from' });
  if (!Number.isInteger(decideWithinDays) || decideWithinDays < 1 || decideWithinDays > 365)
    faults.push({ at: 'decideWithin' });
  if (!(touchWithinHours > 0 && touchWithinHours <= 1000)) faults.push({ at: 'touchWithin' });
  const fields = draft.fields.map(({ id, weight }) => ({ id, weight: numberOf(weight || '0') }));
  for (const { id, weight } of fields) if (!(weight >= 0 && weight <= 100)) faults.push({ at: 'field', id });
  if (weekdays.length === 0) faults.push({ at: 'weekdays' });
  if (opens === '' || closes === '' || opens >= closes) faults.push({ at: 'hours' });
  if (!isTimeZone(timeZone)) faults.push({ at: 'timeZone' });
  const holidays = draft.holidays.split('\n').map((text) => text.trim());
  for (const [nth, text] of holidays.entries())
    if (text !== '' && !isDay(text)) faults.push({ at: 'holidays', line: nth + 1, text });
  if (faults.length > 0) return faults;
  return {
    from,
    people,
    stages,
    fields: fields.filter(({ weight }) => weight > 0),
    decideWithinDays,
    touchWithinHours,
    calendar: {
      timeZone,
      weekdays: weekdays.toSorted(),
      from: opens,
      to: closes,
      holidays: [...new Set(holidays.filter((text) => text !== ''))].toSorted(),
    },
  };
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
}

function isDay(text: string): boolean {
  return text.length === 10 && dayNumber(text) !== undefined;
}
