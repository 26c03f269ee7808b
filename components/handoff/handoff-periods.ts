import { fiscalPeriod } from '../../lib/calendar/fiscal-period';
import { previousPeriod } from '../../lib/calendar/previous-period';
import type { FiscalCalendar } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { periodText } from '../pipeline/period-text';
import type { Format } from '../ui/format-context';

/** A span of days that the view can show. `end` is outside. */
export interface ShownPeriod {
  /** In the hash; empty: the present one. */
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

const PAST = 7;

/** The present period, the ones before it, and the last twelve months. */
export function handoffPeriods(
  today: string,
  fiscal: FiscalCalendar,
  format: Format,
): readonly ShownPeriod[] {
  const periods = [fiscalPeriod(today, fiscal)];
  for (let nth = 0; nth < PAST; nth += 1) {
    const last = periods.at(-1);
    if (last !== undefined) periods.push(previousPeriod(last, fiscal));
  }
  const day = Temporal.PlainDate.from(today);
  const year = {
    id: '12m',
    name: t('handoffs.year'),
    start: day.subtract({ months: 11 }).with({ day: 1 }).toString(),
    end: day.add({ days: 1 }).toString(),
  };
  const named = periods.map((period, nth) => ({
    id: nth === 0 ? '' : period.start,
    name: periodText(period, format),
    start: period.start,
    end: period.end,
  }));
  return [...named, year];
}

/** The one that a hash names; a first day that is none of a period's names the period in which it lies. */
export function periodOf(periods: readonly ShownPeriod[], id = ''): ShownPeriod | undefined {
  return (
    periods.find((one) => one.id === id) ??
    periods.find(({ start, end }) => start <= id && id < end) ??
    periods[0]
  );
}
