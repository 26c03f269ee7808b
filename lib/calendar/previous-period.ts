import type { FiscalCalendar } from '../deal/settings';
import type { Period } from '../pipeline/glance';
import { fiscalPeriod } from './fiscal-period';

/**
 * The period that ends where this one begins.
 *
 * @example previousPeriod(fiscalPeriod('2026-11-23', calendar), calendar).end // '2026-10-01' with calendar quarters
 */
export function previousPeriod(period: Period, calendar: FiscalCalendar): Period {
  return fiscalPeriod(Temporal.PlainDate.from(period.start).subtract({ days: 1 }).toString(), calendar);
}
