import { fiscalPeriod } from '../../lib/calendar/fiscal-period';
import { nextPeriod } from '../../lib/calendar/next-period';
import { previousPeriod } from '../../lib/calendar/previous-period';
import type { FiscalCalendar } from '../../lib/deal/settings';
import type { Period } from '../../lib/pipeline/glance';

const ahead = 5;

/** The periods that targets are entered for: the present one first, the five after it, and the one before. */
export function targetPeriods(today: string, fiscal: FiscalCalendar): readonly Period[] {
  const now = fiscalPeriod(today, fiscal);
  const periods = [now];
  for (let next = now; periods.length <= ahead; periods.push(next)) next = nextPeriod(next, fiscal);
  return [...periods, previousPeriod(now, fiscal)];
}
