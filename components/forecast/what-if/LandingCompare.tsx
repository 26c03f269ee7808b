import { useId, type CSSProperties } from 'react';
import type { Deal } from '../../../lib/deal/deal';
import type { PeriodForecast } from '../../../lib/forecast/answer';
import type { ForecastReport, PeriodReport } from '../../../lib/forecast/report';
import type { RecurringAhead } from '../../../lib/forecast/recurring/recurring-report';
import type { WhatIfReport } from '../../../lib/forecast/what-if/what-if-report';
import { t } from '../../../lib/i18n/i18n';
import { cx } from '../../ui/cx';
import { Hidden } from '../../ui/Hidden';
import { useFormat } from '../../ui/format-context';
import { chanceText } from '../../pipeline/chance-text';
import { differenceText, pointsText } from './difference-text';
import { SaidLater } from './SaidLater';
import css from './WhatIf.module.css';
import { Scroll } from '../../ui/Scroll';

const figures = ['p50', 'p10', 'p90', 'mean'] as const;

/** The landing as it is forecast and as it is supposed, side by side, on one scale. */
export function LandingCompare(props: {
  report: ForecastReport;
  period: PeriodReport;
  nth: number;
  after: WhatIfReport | undefined;
  deals: ReadonlyMap<string, Deal>;
}) {
  const format = useFormat();
  const id = useId();
  const { report, period, after, deals } = props;
  const { currency } = report;
  const { forecast: before, target } = period;
  const money = (minor: number) => format.whole(Math.round(minor), currency);
  const now = after?.forecast;
  const chance = (one: PeriodForecast | undefined) =>
    one === undefined || one.pHit === null ? '–' : chanceText(one.pHit, format);
  const deciding = after?.decidedBy === undefined ? undefined : deals.get(after.decidedBy);
  return (
    <div className={css.compare}>
      <Bars before={before} after={now} target={target} />
      <Scroll label={t('whatIf.title')}>
        <table className={css.figures} aria-describedby={id} data-testid="what-if-landing">
          <thead>
            <tr>
              <th scope="col">
                <Hidden>{t('whatIf.figure')}</Hidden>
              </th>
              <th scope="col">{t('whatIf.before')}</th>
              <th scope="col">{t('whatIf.after')}</th>
              <th scope="col">{t('whatIf.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((name) => (
              <tr key={name} data-figure={name} className={cx(name === 'p50' && css.main)}>
                <th scope="row">{t(`whatIf.${name}`)}</th>
                <td data-value={before[name]}>{money(before[name])}</td>
                <td data-value={now?.[name]}>{now === undefined ? '–' : money(now[name])}</td>
                <td className={css.grey}>
                  {now === undefined ? '–' : differenceText(now[name] - before[name], currency, format)}
                </td>
              </tr>
            ))}
            {target !== null && (
              <tr data-figure="pHit" className={css.main}>
                <th scope="row">{t('whatIf.chance', { target: format.compact(target, currency) })}</th>
                <td data-value={before.pHit ?? undefined}>{chance(before)}</td>
                <td data-value={now?.pHit ?? undefined}>{chance(now)}</td>
                <td className={css.grey}>
                  {now === undefined || now.pHit === null || before.pHit === null
                    ? '–'
                    : pointsText(now.pHit - before.pHit, format)}
                </td>
              </tr>
            )}
            {report.recurring !== undefined && (
              <RevenueRow
                report={report}
                before={report.recurring.forward[props.nth]}
                after={after?.recurring}
              />
            )}
          </tbody>
        </table>
      </Scroll>
      <p className={css.note} id={id}>
        {after?.decidedBy !== undefined
          ? t('whatIf.oneDeal', { deal: deciding?.name ?? deciding?.account ?? t('forecast.aDeal') })
          : after !== undefined && after.takenAsWon > 0
            ? t('whatIf.taken', { amount: money(after.takenAsWon) })
            : t('whatIf.same')}
      </p>
      {now !== undefined && (
        <SaidLater
          text={
            now.pHit === null
              ? t('whatIf.sayLanding', { landing: money(now.p50), usual: money(before.p50) })
              : t('whatIf.sayChance', {
                  landing: money(now.p50),
                  usual: money(before.p50),
                  chance: chance(now),
                  usualChance: chance(before),
                })
          }
        />
      )}
    </div>
  );
}

/** Recurring revenue at the period's end. */
function RevenueRow(props: {
  report: ForecastReport;
  before: RecurringAhead | undefined;
  after: RecurringAhead | undefined;
}) {
  const format = useFormat();
  const { currency } = props.report;
  const [before, after] = [props.before, props.after].map((one) =>
    one?.kind === 'expected' ? one.end : undefined,
  );
  const text = (end: number | undefined) =>
    end === undefined ? '–' : format.whole(Math.round(end), currency);
  return (
    <tr data-figure="recurring">
      <th scope="row">{t('whatIf.recurring')}</th>
      <td data-value={before}>{text(before)}</td>
      <td data-value={after}>{text(after)}</td>
      <td className={css.grey}>
        {before === undefined || after === undefined ? '–' : differenceText(after - before, currency, format)}
      </td>
    </tr>
  );
}

/** Two ranges on one scale; the table beside has the same figures. */
function Bars(props: { before: PeriodForecast; after: PeriodForecast | undefined; target: number | null }) {
  const { before, target } = props;
  const after = props.after ?? before;
  const low = Math.min(before.p10, after.p10, target ?? Infinity);
  const high = Math.max(before.p90, after.p90, target ?? 0);
  const room = (high - low || 1) * 0.06;
  const at = (value: number) => `${((value - low + room) / (high - low + 2 * room || 1)) * 100}%`;
  const places = ({ p10, p50, p90 }: PeriodForecast) =>
    ({ '--low': at(p10), '--middle': at(p50), '--high': at(p90) }) as CSSProperties;
  return (
    <div className={css.bars} aria-hidden="true">
      {target !== null && (
        <i className={css.target} style={{ '--at': at(target) } as CSSProperties}>
          <span>{t('forecast.target')}</span>
        </i>
      )}
      <div className={css.band} style={places(before)}>
        <b>{t('whatIf.before')}</b>
        <i />
      </div>
      <div className={cx(css.band, css.bandAfter)} style={places(after)}>
        <b>{t('whatIf.after')}</b>
        <i />
      </div>
    </div>
  );
}
