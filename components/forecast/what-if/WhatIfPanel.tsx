import { useMemo, useState } from 'react';
import type { Settings } from '../../../lib/deal/settings';
import type { ForecastReport } from '../../../lib/forecast/report';
import type { WhatIf } from '../../../lib/forecast/what-if/what-if';
import { t } from '../../../lib/i18n/i18n';
import type { LiveForecast } from '../../hooks/platform';
import { LandingCompare } from './LandingCompare';
import { Multipliers } from './Multipliers';
import { SupposedDeals } from './SupposedDeals';
import { useShownDeals } from './use-shown-deals';
import { useWhatIf } from './use-what-if';
import css from './WhatIf.module.css';

/** Multipliers, single deals, and the landing before and after. */
export function WhatIfPanel(props: {
  forecast: LiveForecast;
  report: ForecastReport;
  nth: number;
  settings: Settings;
  whatIf: WhatIf;
  onChange: (whatIf: WhatIf) => void;
}) {
  const { forecast, report, nth, whatIf, onChange } = props;
  const [search, setSearch] = useState('');
  const shown = useShownDeals({ ...props, search });
  const question = useMemo(() => ({ nth, whatIf, shown: shown.keys }), [nth, whatIf, shown.keys]);
  const answer = useWhatIf(forecast, report, question);
  const period = report.periods[nth];
  const after = answer === 'failed' ? undefined : answer;
  if (period === undefined) return null;
  return (
    <>
      {answer === 'failed' && (
        <p className={css.failed} role="alert">
          {t('whatIf.failed')}
        </p>
      )}
      <div className={css.columns}>
        <Multipliers whatIf={whatIf} hasRecurring={report.recurring !== undefined} onChange={onChange} />
        <LandingCompare report={report} period={period} nth={nth} after={after} deals={shown.deals} />
      </div>
      <SupposedDeals
        report={report}
        period={period}
        whatIf={whatIf}
        odds={after?.deals}
        shown={shown}
        search={search}
        onSearch={setSearch}
        onChange={onChange}
      />
    </>
  );
}
