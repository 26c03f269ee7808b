import { useEffect, useState } from 'react';
import type { Survey } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import css from './site.module.css';
import { TeachForm } from './TeachForm';

/** Asks the tab what was understood of its view, and lets the user correct it. */
export default function TeachPanel({ onDone }: { onDone: () => void }) {
  const platform = usePlatform();
  const [survey, setSurvey] = useState<Survey | 'none'>();
  useEffect(() => {
    let isWanted = true;
    void platform.survey().then((found) => isWanted && setSurvey(found ?? 'none'));
    return () => void (isWanted = false);
  }, [platform]);
  if (survey === undefined) return <p className={css.text}>{t('teach.looking')}</p>;
  if (survey === 'none') {
    return (
      <p className={css.text} role="status">
        {t('teach.nothing')}
      </p>
    );
  }
  return <TeachForm survey={survey} onDone={onDone} />;
}
