import { lazy, Suspense, useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import { Button } from '../ui/Button';
import css from './site.module.css';

// The popup paints without it.
const TeachPanel = lazy(() => import('./TeachPanel'));

/** Shows what was understood of the view in the tab, for the user to correct. */
export function Teach() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        slim
        look="quiet"
        data-testid="teach"
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {t('teach.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={<p className={css.text}>{t('teach.looking')}</p>}>
          <TeachPanel onDone={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
