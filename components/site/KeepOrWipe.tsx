import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { useLive } from '../hooks/use-live';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { Note } from '../ui/Note';

/** After a site was revoked: what becomes of its deals. Until it is answered, they stay. */
export function KeepOrWipe({ host }: { host: string }) {
  const platform = usePlatform();
  const format = useFormat();
  const deals = useLive(platform.sites)?.find((site) => site.host === host)?.deals;
  const [state, run] = useAction();
  return (
    <Note
      tone="warn"
      title={t('site.revoked', { host })}
      testid="keep-or-wipe"
      actions={
        <>
          <Button
            slim
            data-testid="keep"
            disabled={state === 'pending'}
            onClick={() => run(() => platform.settleSite(host, false))}
          >
            {t('site.keep')}
          </Button>
          <Button
            slim
            look="danger"
            data-testid="wipe"
            disabled={state === 'pending'}
            onClick={() => run(() => platform.settleSite(host, true))}
          >
            {t('site.wipe')}
          </Button>
        </>
      }
    >
      {deals === undefined
        ? t('site.keepOrWipe')
        : t('site.keepOrWipeDeals', deals, { count: format.count(deals) })}
      {state === 'failed' && <p role="alert">{t('common.failed')}</p>}
    </Note>
  );
}
