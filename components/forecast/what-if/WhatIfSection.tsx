import { useId, useState } from 'react';
import type { Settings } from '../../../lib/deal/settings';
import type { ForecastReport } from '../../../lib/forecast/report';
import { NO_WHAT_IF } from '../../../lib/forecast/what-if/no-what-if';
import { t } from '../../../lib/i18n/i18n';
import type { LiveForecast } from '../../hooks/platform';
import { Button } from '../../ui/Button';
import css from './WhatIf.module.css';
import { WhatIfPanel } from './WhatIfPanel';

/** Suppositions about a period: what is set here is forgotten with the view, and changes no figure outside. */
export function WhatIfSection(props: {
  forecast: LiveForecast;
  report: ForecastReport;
  nth: number;
  settings: Settings;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [whatIf, setWhatIf] = useState(NO_WHAT_IF);
  const id = useId();
  const isChanged = whatIf !== NO_WHAT_IF;
  return (
    <section className={css.section} aria-labelledby={`${id}-title`} data-testid="what-if">
      <div className={css.head}>
        <h2 id={`${id}-title`}>{t('whatIf.title')}</h2>
        <p>{t('whatIf.means')}</p>
        {isOpen && (
          <Button
            look="quiet"
            slim
            disabled={!isChanged}
            data-testid="what-if-reset"
            onClick={() => setWhatIf(NO_WHAT_IF)}
          >
            {t('whatIf.reset')}
          </Button>
        )}
        <Button
          slim
          aria-expanded={isOpen}
          aria-controls={id}
          data-testid="what-if-open"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('common.close') : t('whatIf.open')}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <WhatIfPanel {...props} whatIf={whatIf} onChange={setWhatIf} />}
      </div>
    </section>
  );
}
