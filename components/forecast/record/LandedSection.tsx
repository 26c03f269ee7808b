import { useMemo, useState } from 'react';
import { type Share, SHARES } from '../../../lib/forecast/record/past-forecast';
import { t } from '../../../lib/i18n/i18n';
import { RecordChart } from '../../charts/RecordChart';
import { ChartSwitch } from '../../ui/ChartSwitch';
import { useFormat } from '../../ui/format-context';
import pick from '../../ui/Switch.module.css';
import view from '../ForecastView.module.css';
import type { KindProps } from './KindRecordParts';
import { LandedTable } from './LandedTable';
import { shortPeriodName } from './period-name';
import css from './TrackRecord.module.css';

/** Period by period: what was forecast at one moment of it, and what it landed. */
export function LandedSection({ record, own, kind, fiscal }: KindProps) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const [share, setShare] = useState<Share>(0.5);
  const { currency } = record;
  const shown = useMemo(() => own.forecasts.filter((one) => one.share === share), [own, share]);
  const bars = useMemo(
    () =>
      shown.map((one) => ({
        name: shortPeriodName(
          one.start,
          { ...fiscal, period: kind === 'months' ? 'month' : 'quarter' },
          format,
        ),
        p10: one.p10,
        p50: one.p50,
        p90: one.p90,
        landed: one.landedMinor,
        isFrozen: one.madeBy === 'frozen',
        isInside: one.landedMinor >= one.p10 && one.landedMinor <= one.p90,
      })),
    [shown, kind, fiscal, format],
  );
  const words = useMemo(() => {
    const whole = (minor: number) => format.whole(Math.round(minor), currency);
    return {
      range: ({ p10, p90, isFrozen }: { p10: number; p90: number; isFrozen: boolean }) =>
        `P10–P90: ${t('forecast.between', { low: whole(p10), high: whole(p90) })} (${t(isFrozen ? 'record.madeFrozen' : 'record.madeRecomputed')})`,
      middle: 'P50',
      landed: t('record.landed'),
      axis: (minor: number) => format.compact(Math.round(minor), currency),
      tip: whole,
    };
  }, [currency, format]);
  const inside = bars.filter(({ isInside }) => isInside).length;
  const hasFrozen = bars.some(({ isFrozen }) => isFrozen);
  return (
    <section aria-labelledby="record-landed" data-testid="record-landed">
      <div className={view.sub}>
        <h3 id="record-landed">{t('record.landedTitle')}</h3>
        <div className={css.moment}>
          <span id="record-moment">{t('record.moment')}</span>
          <div className={pick.switch} role="group" aria-labelledby="record-moment">
            {SHARES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === share}
                data-testid={`record-share-${100 * one}`}
                onClick={() => setShare(one)}
              >
                {format.percent(one)}
              </button>
            ))}
          </div>
        </div>
        <ChartSwitch asTable={asTable} onChange={setAsTable} />
      </div>
      {bars.length === 0 ? (
        <p className={view.note}>{t('record.noneThen')}</p>
      ) : asTable ? (
        <LandedTable forecasts={shown} currency={currency} kind={kind} fiscal={fiscal} />
      ) : (
        <>
          <div className={css.canvas}>
            <RecordChart
              bars={bars}
              words={words}
              label={t('record.landedLabel', {
                inside: format.count(inside),
                count: format.count(bars.length),
              })}
            />
          </div>
          <p className={css.key}>
            <span className={css.keyInside}>{t('record.keyInside')}</span>
            <span className={css.keyOutside}>{t('record.keyOutside')}</span>
            <span className={css.keyMiddle}>P50</span>
            <span className={css.keyRange}>P10–P90, {t('record.madeRecomputed')}</span>
            {hasFrozen && <span className={css.keyFrozen}>P10–P90, {t('record.madeFrozen')}</span>}
          </p>
        </>
      )}
    </section>
  );
}
