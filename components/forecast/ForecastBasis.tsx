import type { ForecastReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { useFormat } from '../ui/format-context';
import css from './ForecastView.module.css';

/** What the forecast stands on: how many deals, since when, and what had to be left out. */
export function ForecastBasis({ report }: { report: ForecastReport }) {
  const format = useFormat();
  const { leftOut, since, closedSince, uncreated } = report;
  const n = (count: number) => ({ count: format.count(count) });
  return (
    <section className={css.section} aria-labelledby="basis" data-testid="forecast-basis">
      <h2 id="basis">{t('forecast.basis')}</h2>
      <ul className={css.basis}>
        <li data-deals={report.deals}>
          {t('forecast.nDeals', report.deals, { ...n(report.deals), open: format.count(report.open) })}
        </li>
        {since !== undefined && <li>{t('forecast.since', { date: format.dateWithYear(since) })}</li>}
        {closedSince !== undefined && (
          <li>{t('forecast.closedSince', { date: format.dateWithYear(closedSince) })}</li>
        )}
        {uncreated.open > 0 && <li>{t('forecast.openUncreated', uncreated.open, n(uncreated.open))}</li>}
        {uncreated.closed > 0 && <li>{t('forecast.uncreated', uncreated.closed, n(uncreated.closed))}</li>}
        {report.wonAhead > 0 && <li>{t('forecast.wonAhead', report.wonAhead, n(report.wonAhead))}</li>}
        {report.isTotalUnknown && <li data-testid="forecast-total-unknown">{t('forecast.totalUnknown')}</li>}
        {report.withoutAmount > 0 && (
          <li>{t('forecast.withoutAmount', report.withoutAmount, n(report.withoutAmount))}</li>
        )}
        {leftOut.noRate > 0 && (
          <li data-testid="forecast-apart">
            {t('forecast.noRate', leftOut.noRate, n(leftOut.noRate))}{' '}
            <a className={css.link} href="#/settings?at=rates">
              {t('coverage.addRate')}
            </a>
          </li>
        )}
        {leftOut.undated > 0 && <li>{t('forecast.undated', leftOut.undated, n(leftOut.undated))}</li>}
        {leftOut.noOutcome > 0 && <li>{t('forecast.noOutcome', leftOut.noOutcome, n(leftOut.noOutcome))}</li>}
        <li>{t('forecast.today', { date: format.dateWithYear(report.today) })}</li>
      </ul>
    </section>
  );
}
