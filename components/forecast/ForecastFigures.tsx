import type { ForecastReport, PeriodReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { chanceText } from '../pipeline/chance-text';
import { useFormat } from '../ui/format-context';
import css from './ForecastView.module.css';

/** Won, landing and chance. Where there is no forecast, what is won is all there is to say. */
export function ForecastFigures(props: { report: ForecastReport; period: PeriodReport; isKnown: boolean }) {
  const format = useFormat();
  const { report, period, isKnown } = props;
  const { forecast, target } = period;
  const money = (minor: number) => format.whole(Math.round(minor), report.currency);
  return (
    <dl className={css.figures}>
      <div>
        <dt>{t('outcomes.won')}</dt>
        <dd
          className={css.value}
          data-testid="won"
          data-minor={forecast.wonToDate}
          data-currency={report.currency}
        >
          {money(forecast.wonToDate)}
        </dd>
        <dd>
          {period.start > report.today
            ? t('forecast.notBegun')
            : target === null || target <= 0
              ? t('forecast.toDate')
              : t('forecast.ofTarget', {
                  share: format.percent(forecast.wonToDate / target),
                  target: money(target),
                })}
        </dd>
      </div>
      {isKnown && (
        <>
          <div>
            <dt>{t('forecast.landing')}</dt>
            <dd
              className={css.value}
              data-testid="landing"
              data-p10={forecast.p10}
              data-p50={forecast.p50}
              data-p90={forecast.p90}
              data-mean={forecast.mean}
            >
              {period.decidedBy === undefined
                ? money(forecast.p50)
                : t('forecast.between', { low: money(forecast.p10), high: money(forecast.p90) })}
            </dd>
            <dd>{t('forecast.eightInTen', { low: money(forecast.p10), high: money(forecast.p90) })}</dd>
            <dd>{t('forecast.onAverage', { mean: money(forecast.mean) })}</dd>
          </div>
          <div>
            <dt>{t('forecast.chance')}</dt>
            <dd className={css.value} data-testid="chance" data-chance={forecast.pHit ?? undefined}>
              {forecast.pHit === null ? '–' : chanceText(forecast.pHit, format)}
            </dd>
            <dd>
              {period.isTargetWithoutRate ? (
                <a className={css.link} href="#/settings?at=rates">
                  {t('coverage.addRate')}
                </a>
              ) : target === null ? (
                <a className={css.link} href="#/settings?at=targets">
                  {t('coverage.setTarget')}
                </a>
              ) : (
                <a className={css.link} href="#/coverage">
                  {t('coverage.isItEnough')}
                </a>
              )}
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}
