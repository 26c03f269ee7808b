import { useEffect, useRef } from 'react';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { CurrencySection } from './CurrencySection';
import { DataSection } from './DataSection';
import { FiscalSection } from './FiscalSection';
import { MeSection } from './MeSection';
import { ProcessSection } from './process/ProcessSection';
import css from './SettingsView.module.css';
import { SitesSection } from './SitesSection';
import { TaughtSection } from './TaughtSection';
import { TargetsSection } from './TargetsSection';
import { TeamsSection } from './TeamsSection';
import { WipeSection } from './WipeSection';

/** Everything that the user sets. `at`: the section to go to (`process`, `rates`, `targets`, `sites`, `data`). */
export function SettingsView({ at }: { at: string | undefined }) {
  const platform = usePlatform();
  const settings = useLive(platform.settings);
  const view = useRef<HTMLDivElement>(null);
  const ready = settings !== undefined;
  useEffect(() => {
    if (!ready || at === undefined) return;
    view.current?.querySelector(`[data-section="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'start' });
  }, [at, ready]);
  return (
    <div ref={view} className={css.view} data-testid="view-settings">
      <h1>{t('settings.title')}</h1>
      {settings !== undefined && (
        <>
          <FiscalSection settings={settings} />
          <MeSection key={settings.me ?? ''} settings={settings} />
          <TeamsSection settings={settings} />
          <ProcessSection />
          <TargetsSection settings={settings} />
          <CurrencySection settings={settings} />
          <SitesSection />
          <TaughtSection />
          <DataSection />
          <WipeSection />
        </>
      )}
    </div>
  );
}
