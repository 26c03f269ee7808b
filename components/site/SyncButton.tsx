import { useState } from 'react';
import type { SiteState, SyncState } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { useAction } from '../hooks/use-action';
import { usePlatform } from '../hooks/platform';
import { Button } from '../ui/Button';

/** Offers to read the whole pipeline, to go on where it stopped, or to read it again; nothing where the CRM has no way. */
export function SyncButton({ site, sync }: { site: SiteState | undefined; sync: SyncState | undefined }) {
  const platform = usePlatform();
  const [state, run] = useAction();
  const [refused, setRefused] = useState(false);
  if (site?.kind !== 'reading' || !site.canSync || sync?.status === 'running') return null;
  const start = () =>
    run(async () => {
      const answer = await platform.startSync();
      setRefused('refused' in answer || !answer.started);
    });
  const goesOn = sync?.status === 'stopped' && sync.stop !== 'access-changed';
  const label = sync === undefined ? t('sync.start') : goesOn ? t('sync.resume') : t('sync.again');
  const isRetry = refused || state === 'failed' || sync?.stop === 'not-begun';
  return (
    <Button
      look="quiet"
      slim
      data-testid="sync"
      disabled={state === 'pending'}
      title={t('sync.startHint', { crm: site.label })}
      onClick={start}
    >
      {isRetry ? t('sync.retry') : label}
    </Button>
  );
}
