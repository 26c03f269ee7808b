import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { displayLocale } from '../../lib/i18n/display-locale';
import { FormatProvider } from '../ui/format-context';
import { SurfaceBoundary } from './SurfaceBoundary';
import { PlatformProvider, type Platform } from './platform';
import '../styles/tokens.css';
import '../styles/reset.css';

/** Puts a surface on its page: `uiLanguage` is the browser's own, asked for once. */
export function mount(
  surface: ReactNode,
  { platform, uiLanguage }: { platform: Platform; uiLanguage: string },
): void {
  const locale = displayLocale(uiLanguage);
  document.documentElement.lang = locale;
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <FormatProvider locale={locale}>
        <PlatformProvider value={platform}>
          <SurfaceBoundary>{surface}</SurfaceBoundary>
        </PlatformProvider>
      </FormatProvider>
    </StrictMode>,
  );
}
