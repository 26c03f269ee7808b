import type { Period } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';

/** Name of a fiscal period: "Q2 2026", "June 2026"; "Q1 FY2027" where the fiscal year is not the calendar's. */
export function periodText(period: Period, format: Format): string {
  if (period.kind === 'month') return format.month(period.start);
  const calendarQuarter = Math.ceil(Number(period.start.slice(5, 7)) / 3);
  const isCalendar =
    calendarQuarter === period.index &&
    (Number(period.start.slice(5, 7)) - 1) % 3 === 0 &&
    period.start.slice(0, 4) === String(period.fiscalYear);
  const words = { index: period.index, year: String(period.fiscalYear) };
  return isCalendar ? t('period.quarter', words) : t('period.fiscalQuarter', words);
}
