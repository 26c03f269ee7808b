import { useState } from 'react';
import type { SiteState, SyncState } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { useAction } from '../hooks/use-action';
import { usePlatform } from '../hooks/platform';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import css from './site.module.css';

/** Offers to read the whole pipeline, to go on where it stopped, or to read it again; nothing where the CRM has no way. */
export function SyncButton({ site, sync }: { site: SiteState | undefined; sync: SyncState | undefined }) {
  const platform = usePlatform();
  const [state, run] = useAction();
  const [refused, setRefused] = useState(false);
  const [asks, setAsks] = useState(false);
  if (site?.kind !== 'reading' || !site.canSync || sync?.status === 'running') return null;
  const { label: crm, otherHost } = site;
  const start = () => {
    setAsks(false);
    run(async () => {
      const answer = await platform.startSync(otherHost);
      setRefused('refused' in answer || (!answer.started && answer.why !== 'not-allowed'));
    });
  };
  const goesOn = sync?.status === 'stopped' && sync.stop !== 'access-changed';
  const label = sync === undefined ? t('sync.start') : goesOn ? t('sync.resume') : t('sync.again');
  const isRetry = refused || state === 'failed' || sync?.stop === 'not-begun';
  return (
    <>
      <Button
        look="quiet"
        slim
        data-testid="sync"
        disabled={state === 'pending'}
        title={t('sync.startHint', { crm })}
        onClick={otherHost === undefined ? start : () => setAsks(true)}
      >
        {isRetry ? t('sync.retry') : label}
      </Button>
      {otherHost !== undefined && (
        <Dialog open={asks} title={t('sync.allow.title', { crm })} onClose={() => setAsks(false)}>
          <p className={css.text}>{t('sync.allow.text', { crm, host: new URL(otherHost).host })}</p>
          <div className={css.actions}>
            <Button look="primary" data-testid="sync-allow" onClick={start}>
              {t('sync.allow.confirm')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('common.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
