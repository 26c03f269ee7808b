import { useMemo, useState } from 'react';
import type { Settings } from '../../../lib/deal/settings';
import { t } from '../../../lib/i18n/i18n';
import type { ForecastQuery } from '../../../lib/store/read-forecast';
import { usePlatform } from '../../hooks/platform';
import { useKept } from '../../hooks/use-kept';
import { useLive } from '../../hooks/use-live';
import { ProgressBar } from '../../ui/ProgressBar';
import pick from '../../ui/Switch.module.css';
import view from '../ForecastView.module.css';
import { KindRecordParts } from './KindRecordParts';
import { MeterSection } from './MeterSection';
import { RecordTooFew } from './RecordTooFew';
import css from './TrackRecord.module.css';

type Kind = 'months' | 'quarters';

/**
 * How good the forecasts have been: on the user's own past, against what anybody could have said without a forecast.
 * It is asked for where it is shown, and made in a worker.
 */
export function TrackRecordSection({ query, fiscal }: { query: ForecastQuery; fiscal: Settings['fiscal'] }) {
  const platform = usePlatform();
  const { today, currency, scope } = query;
  const live = useMemo(() => platform.record({ today, currency, scope }), [platform, today, currency, scope]);
  const state = useLive(live);
  const known = useKept(state?.kind === 'known' ? state.record : undefined);
  const record = known?.scope === scope && known.currency === currency ? known : undefined;
  const [chosen, setChosen] = useState<Kind>();
  const usual: Kind = fiscal.period === 'month' ? 'months' : 'quarters';
  const other: Kind = usual === 'months' ? 'quarters' : 'months';
  const first = record?.[usual].kind === 'too-few' && record[other].kind === 'measured' ? other : usual;
  const kind = chosen ?? first;
  const own = record?.[kind];
  return (
    <section
      className={view.section}
      aria-labelledby="track-record"
      data-testid="track-record"
      aria-busy={record === undefined}
    >
      <div className={css.head}>
        <h2 id="track-record">{t('record.title')}</h2>
        {record !== undefined && (
          <div className={pick.switch} role="group" aria-label={t('record.periods')}>
            {(['months', 'quarters'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === kind}
                data-testid={`record-${one}`}
                onClick={() => setChosen(one)}
              >
                {t(`record.${one}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      {record === undefined && (
        <div className={css.waiting} role="status">
          <p>{t('record.learning')}</p>
          {state?.kind === 'learning' && (
            <ProgressBar label={t('record.learning')} done={state.progress.done} total={state.progress.of} />
          )}
        </div>
      )}
      {record?.heldBack !== undefined && (
        <p className={css.few} role="note" data-testid="record-held-back" data-reason={record.heldBack}>
          {t(record.heldBack === 'reading' ? 'record.heldReading' : 'record.heldBrokenOff')}
        </p>
      )}
      {own?.kind === 'too-few' && record !== undefined && (
        <RecordTooFew record={record} own={own} kind={kind} />
      )}
      {own?.kind === 'measured' && record !== undefined && (
        <KindRecordParts key={kind} record={record} own={own} kind={kind} fiscal={fiscal} />
      )}
      {record !== undefined && <MeterSection meter={record.meter} fiscal={fiscal} />}
    </section>
  );
}
