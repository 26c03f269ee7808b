import { fiscalPeriod } from '../../../lib/calendar/fiscal-period';
import type { Settings } from '../../../lib/deal/settings';
import type { PastForecast } from '../../../lib/forecast/record/past-forecast';
import { t } from '../../../lib/i18n/i18n';
import { periodText } from '../../pipeline/period-text';
import { cx } from '../../ui/cx';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import { signedPercent } from './record-text';
import css from './TrackRecord.module.css';
import { Scroll } from '../../ui/Scroll';

/** The chart's twin: each period's range, what it landed, and by how much the middle missed. */
export function LandedTable(props: {
  forecasts: readonly PastForecast[];
  currency: string;
  kind: 'months' | 'quarters';
  fiscal: Settings['fiscal'];
}) {
  const format = useFormat();
  const { forecasts, currency, kind, fiscal } = props;
  const period = kind === 'months' ? 'month' : 'quarter';
  const money = (minor: number) => format.whole(minor, currency);
  return (
    <Scroll label={t('record.landedTitle')}>
      <table className={cx(view.table, css.flat)} data-testid="record-landed-table">
        <thead>
          <tr>
            <th scope="col">{t('forecast.period')}</th>
            <th scope="col">{t('record.madeOn')}</th>
            {['P10', 'P50', 'P90', t('record.landed'), t('record.miss')].map((name) => (
              <th key={name} scope="col" className={view.right}>
                {name}
              </th>
            ))}
            <th scope="col">{t('record.range')}</th>
          </tr>
        </thead>
        <tbody>
          {forecasts.map((one) => (
            <tr key={one.start} data-start={one.start} data-landed={one.landedMinor} data-p50={one.p50}>
              <th scope="row">{periodText(fiscalPeriod(one.start, { ...fiscal, period }), format)}</th>
              <td>
                {format.dateWithYear(one.asOf)}{' '}
                <span className={view.grey}>
                  {t(one.madeBy === 'frozen' ? 'record.madeFrozen' : 'record.madeRecomputed')}
                </span>
              </td>
              <td className={view.right}>{money(one.p10)}</td>
              <td className={view.right}>{money(one.p50)}</td>
              <td className={view.right}>{money(one.p90)}</td>
              <td className={view.right}>{money(one.landedMinor)}</td>
              <td className={view.right}>
                {one.landedMinor > 0 ? signedPercent(one.p50 / one.landedMinor - 1, format) : '–'}
              </td>
              <td>
                {t(
                  one.landedMinor < one.p10
                    ? 'record.belowRange'
                    : one.landedMinor > one.p90
                      ? 'record.aboveRange'
                      : 'record.insideRange',
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
