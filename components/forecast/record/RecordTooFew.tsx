import type { KindRecord, TrackRecord } from '../../../lib/forecast/record/track-record';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import css from './TrackRecord.module.css';

const reasons = {
  history: 'record.fewHistory',
  'closed-deals': 'record.fewDeals',
  'nothing-landed': 'record.nothingLanded',
} as const;

/** Why there is no track record of these periods, and what would cure that. */
export function RecordTooFew(props: {
  record: TrackRecord;
  own: Extract<KindRecord, { kind: 'too-few' }>;
  kind: 'months' | 'quarters';
}) {
  const format = useFormat();
  const { record, own, kind } = props;
  return (
    <div className={css.few} data-testid="record-too-few" data-reason={own.reason}>
      <p>
        {t(kind === 'months' ? 'record.fewMonths' : 'record.fewQuarters', {
          have: format.count(own.have),
          need: format.count(own.need),
        })}{' '}
        {t(reasons[own.reason])}{' '}
        {record.closedSince !== undefined &&
          t('forecast.closedSince', { date: format.dateWithYear(record.closedSince) })}
      </p>
    </div>
  );
}
