import { fiscalPeriod } from '../../lib/calendar/fiscal-period';
import type { FiscalCalendar } from '../../lib/deal/settings';
import type { ForecastReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { periodText } from '../pipeline/period-text';
import { useFormat } from '../ui/format-context';
import css from '../ui/Switch.module.css';

/** Between the present period and the next one. */
export function PeriodSwitch(props: {
  report: ForecastReport;
  fiscal: FiscalCalendar;
  nth: number;
  onChange: (nth: number) => void;
}) {
  const format = useFormat();
  return (
    <div className={css.switch} role="group" aria-label={t('forecast.period')}>
      {props.report.periods.map(({ start }, nth) => (
        <button
          key={start}
          type="button"
          aria-pressed={nth === props.nth}
          data-testid={`period-${nth}`}
          onClick={() => props.onChange(nth)}
        >
          {periodText(fiscalPeriod(start, props.fiscal), format)}
        </button>
      ))}
    </div>
  );
}
