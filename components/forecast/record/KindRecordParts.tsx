import type { Settings } from '../../../lib/deal/settings';
import type { KindRecord, TrackRecord } from '../../../lib/forecast/record/track-record';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { BaselineTable } from './BaselineTable';
import { ByShareSection } from './ByShareSection';
import { LandedSection } from './LandedSection';
import { RecordFigures } from './RecordFigures';
import { ReliabilitySection } from './ReliabilitySection';
import css from './TrackRecord.module.css';

export interface KindProps {
  readonly record: TrackRecord;
  readonly own: Extract<KindRecord, { kind: 'measured' }>;
  readonly kind: 'months' | 'quarters';
  readonly fiscal: Settings['fiscal'];
}

/** The record of months, or of quarters: in figures, period by period, against the usual ways, and by the time left. */
export function KindRecordParts(props: KindProps) {
  const format = useFormat();
  const { own, record } = props;
  const frozen = own.forecasts.filter(({ madeBy }) => madeBy === 'frozen').length;
  const n = (count: number) => ({ count: format.count(count) });
  return (
    <>
      <p className={css.lead} data-testid="record-made">
        {t('record.judged')}{' '}
        {t('record.recomputed', own.forecasts.length - frozen, n(own.forecasts.length - frozen))}{' '}
        {t('record.frozen', frozen, n(frozen))}
        {record.withoutPast > 0.1 && (
          <> {t('record.withoutPast', { share: format.percent(record.withoutPast) })}</>
        )}
      </p>
      <RecordFigures {...props} />
      <LandedSection {...props} />
      <div className={css.columns}>
        <BaselineTable {...props} />
        <ReliabilitySection {...props} />
      </div>
      <ByShareSection {...props} />
    </>
  );
}
