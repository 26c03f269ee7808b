import { useState } from 'react';
import { isRefusal } from '../../lib/deal/is-refusal';
import type { SiteState } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { CopyReport } from './CopyReport';
import { GrantButton } from './GrantButton';
import { isStillGranted } from './is-still-granted';
import css from './site.module.css';
import { Teach } from './Teach';

/** What Stafet does in the tab in view: read it, offer to, or say why there is nothing to read. */
export function SiteSection({ site }: { site: SiteState | undefined }) {
  if (site === undefined || site.kind === 'no-page') return null;
  return (
    <section aria-labelledby="site">
      <h2 id="site" className={css.title}>
        <b>{t('site.title')}</b>
        <span>{site.host}</span>
      </h2>
      {site.kind === 'not-granted' ? (
        <>
          <p className={css.text}>{t('site.notGranted')}</p>
          <div className={css.actions}>
            <GrantButton host={site.host} origin={site.origin} />
          </div>
        </>
      ) : (
        <>
          {site.kind === 'reading' ? (
            <Reading site={site} />
          ) : (
            <p className={css.text}>{t(whyNothing(site))}</p>
          )}
          {site.kind !== 'not-running' && site.canTeach === true && <Teach />}
          {site.kind === 'no-deals' && site.unknown !== undefined && (
            <CopyReport report={site.unknown.report} />
          )}
          <SiteControls host={site.host} overlayOn={site.overlayOn} />
        </>
      )}
    </section>
  );
}

/** Why nothing of a page is read that may be. */
function whyNothing(site: SiteState & { kind: 'no-deals' | 'not-running' }) {
  if (site.kind === 'not-running') return 'site.notRunning';
  if (site.unknown === undefined) return 'site.noDeals';
  return site.unknown.kind === 'record' ? 'site.unknownDeal' : 'site.unknownPage';
}

/** One live sentence on the page in view. */
export function Reading({ site }: { site: SiteState & { kind: 'reading' } }) {
  const format = useFormat();
  const { rendered, statedTotal, scope } = site.view;
  const isAllStored = !site.problems.some(({ code }) => isRefusal(code));
  // The store knows nothing of a reading that it refused as a whole, so this is the place that says it.
  const isRefused = site.problems.some(({ code }) => code === 'reading-refused');
  const counts = { shown: format.count(rendered), crm: site.label };
  const sentence =
    statedTotal === undefined || statedTotal === rendered
      ? t('site.reading', rendered, counts)
      : t('site.readingOf', statedTotal, { ...counts, total: format.count(statedTotal) });
  return (
    <p className={css.text} role="status">
      {sentence}
      {scope !== undefined && ` ${t('site.scope', { scope })}`}{' '}
      <span className={css.muted}>
        {!site.stored ? t('site.storing') : isAllStored ? t('site.stored') : t('site.notAsShown')}
      </span>
      {isRefused && <span data-testid="reading-refused"> {t('site.refused')}</span>}
    </p>
  );
}

function SiteControls({ host, overlayOn }: { host: string; overlayOn: boolean }) {
  const platform = usePlatform();
  const [state, run] = useAction();
  const [isFixed, setFixed] = useState(false);
  const pending = state === 'pending';
  return (
    <div className={css.controls}>
      <Button
        slim
        look="quiet"
        data-testid="site-off"
        data-overlay={overlayOn ? 'on' : 'off'}
        disabled={pending}
        onClick={() => run(() => platform.setOverlay(host, !overlayOn))}
      >
        {overlayOn ? t('site.overlayOff') : t('site.overlayOn')}
      </Button>
      <Button
        slim
        look="quiet"
        data-testid="site-revoke"
        disabled={pending}
        onClick={() => run(async () => setFixed(isStillGranted(await platform.revokeSite(host))))}
      >
        {t('site.revoke')}
      </Button>
      {state === 'failed' && <p role="alert">{t('common.failed')}</p>}
      {isFixed && <p role="alert">{t('site.fixed', { host })}</p>}
    </div>
  );
}
