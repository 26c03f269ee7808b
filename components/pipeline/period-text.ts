import type { Period } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';

/** Name of a fiscal period: "Q2 2026", "June 2026"; "Q1 FY2027", "Month 2 FY2027" where the fiscal year is not the calendar's. */
export function periodText(period: Period, format: Format): string {
  const words = { index: period.index, year: String(period.fiscalYear) };
  if (period.kind === 'month')
    // A month of weeks starts on any day.
    return period.start.endsWith('-01') && period.end.endsWith('-01')
      ? format.month(period.start)
      : t('period.fiscalMonth', words);
  const calendarQuarter = Math.ceil(Number(period.start.slice(5, 7)) / 3);
  const isCalendar =
    calendarQuarter === period.index &&
    (Number(period.start.slice(5, 7)) - 1) % 3 === 0 &&
    period.start.slice(0, 4) === String(period.fiscalYear);
  return isCalendar ? t('period.quarter', words) : t('period.fiscalQuarter', words);
}
