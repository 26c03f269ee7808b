import type { Glance } from '../../lib/pipeline/glance';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { CompletenessLine } from '../pipeline/CompletenessLine';
import { periodText } from '../pipeline/period-text';
import { currentSync } from '../site/current-sync';
import { KeepOrWipe } from '../site/KeepOrWipe';
import { SyncButton } from '../site/SyncButton';
import { SyncStrip } from '../site/SyncStrip';
import { cx } from '../ui/cx';
import { useFormat } from '../ui/format-context';
import { Hidden } from '../ui/Hidden';
import { Figures } from './Figures';
import { FirstRun } from './FirstRun';
import { PopupHeader } from './PopupHeader';
import css from './Popup.module.css';
import { StoreNotes } from './StoreNotes';

/** The glance. `panel`: the same beside the page, as wide as the browser makes it. */
export function Popup({ panel = false }: { panel?: boolean }) {
  const platform = usePlatform();
  const format = useFormat();
  const glance = useLive(platform.glance);
  const site = useLive(platform.site);
  const sync = currentSync(useLive(platform.syncs), site);
  const error = useLive(platform.error);
  const some = glance !== undefined && glance.deals > 0 ? glance : undefined;
  return (
    <div className={cx(css.popup, panel && css.panel)}>
      <PopupHeader period={some && periodText(some.period, format)} scope={some?.scope} panel={panel} />
      <main className={css.main} aria-busy={glance === undefined && error === undefined}>
        <StoreNotes />
        {site?.kind === 'not-granted' && site.keepOrWipe && <KeepOrWipe host={site.host} />}
        <Body glance={glance} site={site} failed={error !== undefined} />
      </main>
      <footer className={css.footer}>
        {sync !== undefined && <SyncStrip sync={sync} />}
        <div className={css.foot}>
          <CompletenessLine glance={glance} failed={error !== undefined} />
          <SyncButton site={site} sync={sync} />
        </div>
      </footer>
    </div>
  );
}

function Body(props: {
  glance: Glance | undefined;
  site: Parameters<typeof FirstRun>[0]['site'];
  failed: boolean;
}) {
  const { glance, site } = props;
  if (glance === undefined) {
    return (
      <>
        <h1>
          <Hidden>Stafet</Hidden>
        </h1>
        {!props.failed && <p className={css.opening}>{t('popup.opening')}</p>}
      </>
    );
  }
  if (glance.deals === 0) return <FirstRun site={site} />;
  return <Figures glance={glance} site={site} />;
}
