import type { FiscalCalendar } from '../deal/settings';
import type { Period } from '../pipeline/glance';
import { fiscalPeriod } from './fiscal-period';

/**
 * The period that begins where this one ends.
 *
 * @example nextPeriod(fiscalPeriod('2026-11-23', calendar), calendar).start // '2027-01-01' with calendar quarters
 */
export function nextPeriod(period: Period, calendar: FiscalCalendar): Period {
  return fiscalPeriod(period.end, calendar);
}
