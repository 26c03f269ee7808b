import type { RecordScore } from '../../../lib/forecast/record/record-score';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { Scroll } from '../../ui/Scroll';
import { cx } from '../../ui/cx';
import view from '../ForecastView.module.css';
import type { KindProps } from './KindRecordParts';
import { meanDays } from './mean-days';
import { rangeText } from './record-text';
import css from './TrackRecord.module.css';

/** The chart's twin, and the same by the time that was left: early chances may hold worse than late ones. */
export function ReliabilityTable({ own: { all, byShare, forecasts } }: Pick<KindProps, 'own'>) {
  const format = useFormat();
  const days = meanDays(forecasts);
  return (
    <Scroll label={t('record.reliability')}>
      <table className={cx(view.table, css.flat)} data-testid="record-reliability-table">
        <thead>
          <tr>
            <th scope="col">{t('record.chanceGiven')}</th>
            {[t('record.happened'), t('record.eightInTenShort'), 'n'].map((name) => (
              <th key={name} scope="col" className={view.right}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <Bins name={t('record.allMoments')} score={all} />
        {byShare.map(({ share, score }) => (
          <Bins
            key={share}
            name={t('record.daysLeft', { count: format.count(Math.round(days * (1 - share))) })}
            score={score}
          />
        ))}
      </table>
    </Scroll>
  );
}

/** Chances that were given at one moment of the periods, under its name and its Brier score. */
function Bins({ name, score: { brier, reliability } }: { name: string; score: RecordScore }) {
  const format = useFormat();
  const score =
    brier === null
      ? t('record.noChances')
      : t('record.brierOf', {
          brier: format.decimal(brier.value.toFixed(2)),
          count: format.count(brier.n),
        });
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={css.group}>
          {name}{' '}
          <span className={css.groupNote}>
            {score}
            {reliability.length === 0 && `; ${t('record.tooFewToSplit')}`}
          </span>
        </th>
      </tr>
      {reliability.map(({ n, chance, happened }, nth) => (
        <tr key={nth}>
          <th scope="row">{format.percent(chance)}</th>
          <td className={view.right}>{format.percent(happened.value)}</td>
          <td className={view.right}>{rangeText(happened, format)}</td>
          <td className={view.right}>{format.count(n)}</td>
        </tr>
      ))}
    </tbody>
  );
}
