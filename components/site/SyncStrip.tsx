import type { SyncState } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { useAction } from '../hooks/use-action';
import { usePlatform } from '../hooks/platform';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { ProgressBar } from '../ui/ProgressBar';
import css from './SyncStrip.module.css';
import { syncStopKeys } from './sync-stop-keys';

/** How a read of the whole pipeline stands: running with its progress, stopped with the reason, or done with problems. */
export function SyncStrip({ sync }: { sync: SyncState }) {
  if (sync.status === 'running') return <Running sync={sync} />;
  if (sync.status === 'stopped') return <Stopped sync={sync} />;
  if (!sync.problemCount) return null;
  return (
    <div className={css.strip} role="status" data-testid="sync-done">
      <p className={css.text}>
        {t('sync.done')}
        <NotRead count={sync.problemCount} />
      </p>
    </div>
  );
}

/** How much of a sync could not be read or stored; which, and why, stands in the list of problems. */
function NotRead({ count }: { count: number | undefined }) {
  const format = useFormat();
  if (!count) return null;
  return (
    <>
      {' '}
      <span data-testid="sync-problems" data-count={count}>
        {t('sync.problems', count, { count: format.count(count) })}
      </span>
    </>
  );
}

function Running({ sync }: { sync: SyncState }) {
  const platform = usePlatform();
  const format = useFormat();
  const [cancel, run] = useAction();
  const { done, total } = sync[sync.phase];
  const key = sync.phase === 'deals' ? 'sync.deals' : 'sync.history';
  const partKey = sync.phase === 'deals' ? 'sync.dealsOf' : 'sync.historyOf';
  return (
    <div className={css.strip}>
      <div
        className={css.text}
        data-testid="sync-progress"
        data-phase={sync.phase}
        data-done={done}
        data-total={total}
      >
        <p>
          {total === undefined
            ? t(key, done, { done: format.count(done) })
            : t(partKey, total, { done: format.count(done), total: format.count(total) })}
          <NotRead count={sync.problemCount} />
        </p>
        <div className={css.bar}>
          <ProgressBar label={t('sync.running', { crm: sync.label })} done={done} total={total} />
        </div>
      </div>
      <Button
        slim
        data-testid="sync-cancel"
        disabled={cancel === 'pending'}
        onClick={() => run(() => platform.cancelSync(sync.tenant))}
      >
        {t('sync.cancel')}
      </Button>
    </div>
  );
}

function Stopped({ sync }: { sync: SyncState }) {
  const format = useFormat();
  const { done, total } = sync.deals;
  return (
    <div className={css.strip} role="status" data-testid="sync-stopped" data-reason={sync.stop}>
      <p className={css.text}>
        <b className={sync.stop === 'cancelled' ? undefined : css.warn}>
          {t(syncStopKeys[sync.stop ?? 'interrupted'])}
        </b>
        {sync.stop !== 'not-begun' && (
          <>
            {' '}
            {total === undefined
              ? t('sync.kept', done, { done: format.count(done) })
              : t('sync.keptOf', total, { done: format.count(done), total: format.count(total) })}
          </>
        )}
        <NotRead count={sync.problemCount} />
      </p>
    </div>
  );
}
