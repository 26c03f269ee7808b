import type { WeekCalendar } from '../../lib/calendar/week-calendar';
import { formatWeekdayName } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import { Choice } from './Choice';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** When a fiscal year of weeks ends: on which weekday, the last of which month or the nearest to its end. */
export function WeekFields(props: { weeks: WeekCalendar; onChange: (weeks: WeekCalendar) => void }) {
  const format = useFormat();
  const { weeks, onChange } = props;
  return (
    <>
      <Choice
        label={t('settings.yearEndOn')}
        testid="setting-year-end-weekday"
        value={String(weeks.yearEndWeekday)}
        options={weekdays.map((day) => [String(day), formatWeekdayName(day, format.locale)] as const)}
        onChange={(value) => onChange({ ...weeks, yearEndWeekday: Number(value) })}
      />
      <Choice
        label={t('settings.yearEndWhich')}
        testid="setting-year-end"
        value={weeks.yearEnd}
        options={[
          ['last', t('settings.yearEndLast')],
          ['nearest', t('settings.yearEndNearest')],
        ]}
        onChange={(yearEnd) => onChange({ ...weeks, yearEnd })}
      />
      <Choice
        label={t('settings.yearEndMonth')}
        testid="setting-year-end-month"
        value={String(weeks.yearEndMonth)}
        options={months.map((month) => [String(month), format.monthName(month)] as const)}
        onChange={(value) => onChange({ ...weeks, yearEndMonth: Number(value) })}
      />
    </>
  );
}
