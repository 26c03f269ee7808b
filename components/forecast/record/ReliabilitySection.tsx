import { useMemo, useState } from 'react';
import { t } from '../../../lib/i18n/i18n';
import { ReliabilityChart } from '../../charts/ReliabilityChart';
import { ChartSwitch } from '../../ui/ChartSwitch';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import type { KindProps } from './KindRecordParts';
import { ReliabilityTable } from './ReliabilityTable';
import css from './TrackRecord.module.css';

/** Whether chances held: of what was given 70 %, seven in ten should have happened. */
export function ReliabilitySection({ own }: KindProps) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { reliability, brier } = own.all;
  const points = useMemo(
    () =>
      reliability.map(({ n, chance, happened }) => ({
        n,
        chance,
        happened: happened.value,
        low: happened.low,
        high: happened.high,
      })),
    [reliability],
  );
  const words = useMemo(
    () => ({
      percent: (share: number) => format.percent(share),
      point: ({ chance, happened, n }: { chance: number; happened: number; n: number }) =>
        t('record.point', {
          chance: format.percent(chance),
          happened: format.percent(happened),
          count: format.count(n),
        }),
    }),
    [format],
  );
  const targets = own.forecasts.filter(
    ({ markFrom, markMinor }) => markFrom === 'target' && markMinor !== null,
  ).length;
  return (
    <section aria-labelledby="record-reliability" data-testid="record-reliability" data-brier={brier?.value}>
      <div className={view.sub}>
        <h3 id="record-reliability">{t('record.reliability')}</h3>
        <p>{t('record.reliabilityMeans')}</p>
        {points.length > 0 && <ChartSwitch asTable={asTable} onChange={setAsTable} />}
      </div>
      {points.length === 0 || brier === null ? (
        <p className={view.note}>{t('record.fewChances', { count: format.count(brier?.n ?? 0) })}</p>
      ) : (
        <>
          {asTable ? (
            <ReliabilityTable own={own} />
          ) : (
            <>
              <div className={css.square}>
                <ReliabilityChart
                  points={points}
                  words={words}
                  label={t('record.reliabilityLabel', { brier: format.decimal(brier.value.toFixed(2)) })}
                />
              </div>
              <p className={css.key}>
                <span className={css.keyPoint}>{t('record.keyPoint')}</span>
                <span className={css.keySlope}>{t('record.keySlope')}</span>
              </p>
            </>
          )}
          <p className={view.note}>
            {t('record.brier', {
              brier: format.decimal(brier.value.toFixed(2)),
              count: format.count(brier.n),
            })}{' '}
            {targets < brier.n && t('record.marks')}
          </p>
        </>
      )}
    </section>
  );
}
