import { t } from '../../lib/i18n/i18n';
import css from './Switch.module.css';

/** Between a chart and its table. */
export function ChartSwitch({
  asTable,
  onChange,
}: {
  asTable: boolean;
  onChange: (asTable: boolean) => void;
}) {
  return (
    <div className={css.switch} role="group" aria-label={t('chart.switch')}>
      <button type="button" aria-pressed={!asTable} onClick={() => onChange(false)}>
        {t('chart.chart')}
      </button>
      <button type="button" aria-pressed={asTable} onClick={() => onChange(true)}>
        {t('chart.table')}
      </button>
    </div>
  );
}
