import { useMemo, useState } from 'react';
import { t } from '../../../lib/i18n/i18n';
import { ErrorChart } from '../../charts/ErrorChart';
import { mostOf } from '../../charts/error-chart-config';
import { ChartSwitch } from '../../ui/ChartSwitch';
import { cx } from '../../ui/cx';
import { useFormat } from '../../ui/format-context';
import view from '../ForecastView.module.css';
import { ByShareTable } from './ByShareTable';
import type { KindProps } from './KindRecordParts';
import { meanDays } from './mean-days';
import { baselineNames } from './record-text';
import css from './TrackRecord.module.css';

/** How the error falls as the period goes on, beside those of the usual ways. */
export function ByShareSection({ own }: KindProps) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { byShare, forecasts } = own;
  const days = useMemo(() => meanDays(forecasts), [forecasts]);
  const lines = useMemo(
    () => [
      { name: t('record.own'), errors: byShare.map(({ score }) => score.error.value), isOwn: true },
      ...baselineNames
        .map((name) => ({
          name: t(`record.${name}`),
          errors: byShare.map(({ score }) => {
            const its = score.baselines[name];
            return its.kind === 'scored' ? its.error : null;
          }),
          isOwn: false,
        }))
        .filter(({ errors }) => errors.some((error) => error !== null)),
    ],
    [byShare],
  );
  const words = useMemo(
    () => ({
      moments: byShare.map(({ share }) =>
        t('record.daysLeft', { count: format.count(Math.round(days * (1 - share))) }),
      ),
      percent: (share: number) => format.percent(share),
    }),
    [byShare, days, format],
  );
  const isCut = mostOf(lines).most !== undefined;
  return (
    <section className={css.part} aria-labelledby="record-by-share" data-testid="record-by-share">
      <div className={view.sub}>
        <h3 id="record-by-share">{t('record.byShare')}</h3>
        <p>{t('record.byShareMeans')}</p>
        <ChartSwitch asTable={asTable} onChange={setAsTable} />
      </div>
      {asTable ? (
        <ByShareTable byShare={byShare} days={days} />
      ) : (
        <>
          <div className={css.canvas}>
            <ErrorChart
              lines={lines}
              words={words}
              label={t('record.byShareLabel', {
                first: format.percent(byShare[0]?.score.error.value ?? 0),
                last: format.percent(byShare.at(-1)?.score.error.value ?? 0),
              })}
            />
          </div>
          <p className={css.key}>
            {lines.map(({ name, isOwn }, nth) => (
              <span key={name} className={cx(css.keyLine, isOwn && css.keyOwn)} data-mark={nth}>
                {name}
              </span>
            ))}
          </p>
          {isCut && <p className={view.note}>{t('record.isCut')}</p>}
        </>
      )}
    </section>
  );
}
