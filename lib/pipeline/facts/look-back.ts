import { previousPeriod } from '../../calendar/previous-period';
import type { FiscalCalendar } from '../../deal/settings';
import type { Period } from '../glance';

/** Past periods that are looked back on: a year of months, three of quarters. No part in a forecast. */
const many = 12;

/** The periods before one, the newest first. */
export function lookBack(period: Period, fiscal: FiscalCalendar): readonly Period[] {
  const past: Period[] = [];
  for (let one = period; past.length < many; past.push(one)) one = previousPeriod(one, fiscal);
  return past;
}
