import { t } from '../../../lib/i18n/i18n';
import { cx } from '../../ui/cx';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import type { KindProps } from './KindRecordParts';
import css from './TrackRecord.module.css';
import { baselineNames, rangeText, signedPercent } from './record-text';
import { Scroll } from '../../ui/Scroll';

/** The chart's twin, with what else was measured at each moment. */
export function ByShareTable({ byShare, days }: { byShare: KindProps['own']['byShare']; days: number }) {
  const format = useFormat();
  const heads = [
    t('record.error'),
    t('record.eightInTenShort'),
    ...baselineNames.map((name) => t(`record.${name}`)),
    t('record.bias'),
    t('record.inside'),
    t('record.pinball'),
    t('record.brierShort'),
    'n',
  ];
  return (
    <Scroll label={t('record.byShare')}>
      <table className={cx(view.table, css.flat)} data-testid="record-by-share-table">
        <thead>
          <tr>
            <th scope="col">{t('record.timeLeft')}</th>
            {heads.map((name) => (
              <th key={name} scope="col" className={view.right}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byShare.map(({ share, score }) => (
            <tr key={share} data-share={share} data-error={score.error.value}>
              <th scope="row">
                {t('record.daysLeft', { count: format.count(Math.round(days * (1 - share))) })}
              </th>
              <td className={cx(view.right, view.strong)}>{format.percent(score.error.value)}</td>
              <td className={view.right}>{rangeText(score.error, format)}</td>
              {baselineNames.map((name) => {
                const its = score.baselines[name];
                return (
                  <td key={name} className={view.right}>
                    {its.kind === 'scored' ? format.percent(its.error) : '–'}
                  </td>
                );
              })}
              <td className={view.right}>{signedPercent(score.bias.value, format)}</td>
              <td className={view.right}>{format.percent(score.inside.value)}</td>
              <td className={view.right}>{format.percent(score.pinball)}</td>
              <td className={view.right}>
                {score.brier === null ? '–' : format.decimal(score.brier.value.toFixed(2))}
              </td>
              <td className={view.right}>{format.count(score.periods)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
