import { useEffect } from 'react';
import { t } from '../../lib/i18n/i18n';
import { DealsView } from '../deal/DealsView';
import { parseDealsHash } from '../deal/deal-filter';
import { parseForecastHash } from '../forecast/forecast-hash';
import { ForecastView } from '../forecast/ForecastView';
import { HandoffsView } from '../handoff/HandoffsView';
import { CoverageView } from '../pipeline/CoverageView';
import { useHash } from '../hooks/use-hash';
import { StoreNotes } from '../popup/StoreNotes';
import { SettingsView } from '../settings/SettingsView';
import { Mark } from '../ui/Mark';
import css from './Dashboard.module.css';

const views = ['forecast', 'coverage', 'handoffs', 'deals', 'settings'] as const;

/** The full page: one view at a time, named by the hash, so that every figure elsewhere can point into it. */
export function Dashboard() {
  const [hash] = useHash();
  const view = views.find((name) => hash.startsWith(`#/${name}`)) ?? 'deals';
  const title = `${t(`nav.${view}`)} · Stafet`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <header className={css.bar}>
        <span className={css.brand}>
          <Mark />
          Stafet
        </span>
        <nav aria-label={t('nav.label')}>
          {views.map((name) => (
            <a key={name} href={`#/${name}`} aria-current={name === view ? 'page' : undefined}>
              {t(`nav.${name}`)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <div className={css.notes}>
          <StoreNotes />
        </div>
        {view === 'forecast' && <ForecastView segment={parseForecastHash(hash)} />}
        {view === 'coverage' && <CoverageView />}
        {view === 'handoffs' && <HandoffsView hash={hash} />}
        {view === 'settings' && (
          <SettingsView at={new URLSearchParams(hash.split('?')[1]).get('at') ?? undefined} />
        )}
        {view === 'deals' && <DealsView filter={parseDealsHash(hash)} />}
      </main>
    </>
  );
}
