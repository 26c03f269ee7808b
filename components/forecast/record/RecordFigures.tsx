import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import type { KindProps } from './KindRecordParts';
import { rangeText, signedPercent, skillText, verdictOf } from './record-text';

/** The headline of the track record: error, against the run rate, how often the range held, and the lean. */
export function RecordFigures({ own, kind }: KindProps) {
  const format = useFormat();
  const { error, bias, inside, below, above, periods, baselines } = own.all;
  const eightInTen = (range: { value: number; low: number; high: number }) =>
    t('record.eightInTen', { range: rangeText(range, format) });
  const { runRate } = baselines;
  return (
    <dl className={view.figures}>
      <div>
        <dt>{t('record.error')}</dt>
        <dd className={view.value} data-testid="record-error" data-error={error.value} data-periods={periods}>
          {format.percent(error.value)}
        </dd>
        <dd>{eightInTen(error)}</dd>
        <dd>
          {t(kind === 'months' ? 'record.nMonths' : 'record.nQuarters', periods, {
            count: format.count(periods),
          })}
        </dd>
      </div>
      <div>
        <dt>{t('record.againstRunRate')}</dt>
        {runRate.kind === 'absent' || typeof runRate.skill === 'string' ? (
          <dd className={view.value}>–</dd>
        ) : (
          <>
            <dd className={view.value} data-testid="record-skill" data-skill={runRate.skill.value}>
              {skillText(runRate.skill, format)}
            </dd>
            <dd>{t('record.skillRange', { range: rangeText(runRate.skill, format) })}</dd>
            <dd>{t(`record.${verdictOf(runRate.skill)}`)}</dd>
          </>
        )}
      </div>
      <div>
        <dt>{t('record.inside')}</dt>
        <dd className={view.value} data-testid="record-inside" data-inside={inside.value}>
          {format.percent(inside.value)}
        </dd>
        <dd>{t('record.insideMeant', { range: rangeText(inside, format) })}</dd>
        <dd>{t('record.outside', { below: format.percent(below), above: format.percent(above) })}</dd>
      </div>
      <div>
        <dt>{t('record.bias')}</dt>
        <dd className={view.value} data-testid="record-bias" data-bias={bias.value}>
          {signedPercent(bias.value, format)}
        </dd>
        <dd>
          {t('record.eightInTen', {
            range: t('forecast.between', {
              low: signedPercent(bias.low, format),
              high: signedPercent(bias.high, format),
            }),
          })}
        </dd>
        <dd>{t(bias.low > 0 ? 'record.tooHigh' : bias.high < 0 ? 'record.tooLow' : 'record.noLean')}</dd>
      </div>
    </dl>
  );
}
