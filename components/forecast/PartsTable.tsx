import type { CSSProperties } from 'react';
import type { ForecastReport, PeriodReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import { cx } from '../ui/cx';
import css from './ForecastView.module.css';
import { Scroll } from '../ui/Scroll';

const looks = { won: css.barWon, open: css.barOpen, fresh: css.barFresh } as const;

/** Where the landing comes from: means, which add up. */
export function PartsTable({ report, period }: { report: ForecastReport; period: PeriodReport }) {
  const format = useFormat();
  const { parts, forecast } = period;
  const rows = [
    { name: 'won', text: t('outcomes.won'), n: '' },
    { name: 'open', text: t('outcomes.open'), n: format.count(report.open) },
    { name: 'fresh', text: t('forecast.notCreated'), n: `~${format.count(Math.round(period.freshWins))}` },
  ] as const;
  const most = Math.max(parts.won, parts.open, parts.fresh, 1);
  return (
    <section aria-labelledby="parts">
      <div className={css.sub}>
        <h2 id="parts">{t('forecast.parts')}</h2>
        <p>{t('forecast.partsMean')}</p>
      </div>
      <Scroll label={t('forecast.parts')}>
        <table className={css.table} data-testid="forecast-parts">
          <thead>
            <tr>
              <th scope="col">{t('forecast.part')}</th>
              <th scope="col" className={css.right}>
                {t('forecast.deals')}
              </th>
              <th scope="col" className={css.right}>
                {t('forecast.expected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, text, n }) => (
              <tr key={name} data-part={name} data-minor={parts[name]}>
                <th scope="row">
                  {text}
                  <i
                    className={cx(css.bar, looks[name])}
                    style={{ '--w': `${(Math.max(0, parts[name]) / most) * 100}%` } as CSSProperties}
                  />
                </th>
                <td className={cx(css.right, css.grey)}>{n}</td>
                <td className={css.right}>{format.whole(Math.round(parts[name]), report.currency)}</td>
              </tr>
            ))}
            <tr className={css.total}>
              <th scope="row" colSpan={2}>
                {t('forecast.meanLanding')}
              </th>
              <td className={css.right}>{format.whole(Math.round(forecast.mean), report.currency)}</td>
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p className={css.note}>{t('forecast.partsNote')}</p>
    </section>
  );
}
