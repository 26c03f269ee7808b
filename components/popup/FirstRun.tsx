import type { SiteState } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { Problems } from '../pipeline/Problems';
import { GrantButton } from '../site/GrantButton';
import { Reading, SiteSection } from '../site/SiteSection';
import { Teach } from '../site/Teach';
import { Button } from '../ui/Button';
import css from './FirstRun.module.css';

const preview = ['won', 'open', 'weighted', 'top', 'unread'] as const;

/** No deal is stored yet: what will happen, what never will, the one thing to do now, and what could not be read. */
export function FirstRun({ site }: { site: SiteState | undefined }) {
  const platform = usePlatform();
  return (
    <div className={css.start}>
      <h1>{t('firstRun.title')}</h1>
      <p className={css.soft}>{t('firstRun.promise')}</p>
      {site?.kind === 'reading' ? <Reading site={site} /> : <p className={css.next}>{nextStep(site)}</p>}
      {site?.kind === 'reading' && site.canTeach === true && <Teach />}
      <Problems />
      <div className={css.actions}>
        {site?.kind === 'not-granted' && <GrantButton host={site.host} origin={site.origin} prominent />}
        <Button onClick={() => void platform.openDashboard('#/settings?at=data')}>
          {t('firstRun.import')}
        </Button>
      </div>
      <dl className={css.preview}>
        {preview.map((part) => (
          <div key={part}>
            <dt>{t(`firstRun.${part}`)}</dt>
            <dd>{t(`firstRun.${part}Means`)}</dd>
          </div>
        ))}
      </dl>
      {site !== undefined && site.kind !== 'not-granted' && site.kind !== 'reading' && (
        <div className={css.site}>
          <SiteSection site={site} />
        </div>
      )}
    </div>
  );
}

function nextStep(site: SiteState | undefined): string {
  switch (site?.kind) {
    case 'not-granted':
      return t('firstRun.askHost', { host: site.host });
    case 'not-running':
      return t('site.notRunning');
    case 'no-deals':
      return t(
        site.unknown === undefined
          ? 'firstRun.noDeals'
          : site.unknown.kind === 'record'
            ? 'firstRun.unknownDeal'
            : 'firstRun.unknownPage',
        { host: site.host },
      );
    case 'reading':
    case 'no-page':
    case undefined:
      return t('firstRun.noPage');
  }
}
