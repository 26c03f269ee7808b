import { lazy, Suspense, useMemo, useState } from 'react';
import type { ForecastReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { usePlatform, type Live } from '../hooks/platform';
import { useForecast } from '../hooks/use-forecast';
import { useHash } from '../hooks/use-hash';
import { useKept } from '../hooks/use-kept';
import { useLive } from '../hooks/use-live';
import { CompletenessLine } from '../pipeline/CompletenessLine';
import { ScopeSelect } from '../pipeline/ScopeSelect';
import { segmentChoices } from '../pipeline/segment-choices';
import { useFormat } from '../ui/format-context';
import { DealOdds } from './DealOdds';
import { ForecastBasis } from './ForecastBasis';
import { ForecastFigures } from './ForecastFigures';
import css from './ForecastView.module.css';
import { forecastHash } from './forecast-hash';
import { forecastSentence } from './forecast-sentence';
import { LandingSection } from './LandingSection';
import { PartsTable } from './PartsTable';
import { PeriodSwitch } from './PeriodSwitch';
import { SegmentNote } from './SegmentNote';
import { TooFewNote } from './TooFewNote';
import { RecurringSection } from './recurring/RecurringSection';
import { WhatIfSection } from './what-if/WhatIfSection';

/** Loaded where there is a forecast: it brings charts and tables of its own. */
const TrackRecordSection = lazy(async () => ({
  default: (await import('./record/TrackRecordSection')).TrackRecordSection,
}));

/**
 * What the period will land and how sure that is: range, chance, the parts it comes from, and every deal's share in it.
 *
 * @param segment The scope of a segment that is looked at here alone; absent: whose figures popup and badge show.
 */
export function ForecastView({ segment }: { segment?: string | undefined }) {
  const platform = usePlatform();
  const format = useFormat();
  const glance = useLive(platform.glance);
  const settings = useLive(platform.settings);
  const error = useLive(platform.error);
  const [nth, setNth] = useState(0);
  const [, goTo] = useHash();
  const scope = segment ?? glance?.scope;
  const live = useForecast(glance, scope);
  const report = useKept(useLive(live));
  const keys = report?.periods[nth]?.top.map(({ key }) => key).join('\n');
  const named = useMemo(
    () => (keys === undefined ? noDeals : platform.dealsOf(keys.split('\n').filter(Boolean))),
    [platform, keys],
  );
  const deals = useKept(useLive(named));
  const period = report?.periods[nth];
  const isKnown = report !== undefined && report.basis.kind === 'measured';
  const isEmpty = glance?.deals === 0;
  return (
    <div
      className={css.view}
      data-testid="view-forecast"
      aria-busy={!isEmpty && (report === undefined || report.scope !== scope)}
    >
      <div className={css.head}>
        <h1>
          {report === undefined || period === undefined || settings === undefined || isEmpty
            ? t('nav.forecast')
            : forecastSentence(report, { nth, settings, deals, format })}
        </h1>
        <p>
          <CompletenessLine glance={glance} failed={error !== undefined} />
        </p>
      </div>
      {isEmpty && <p className={css.empty}>{t('forecast.noDeals')}</p>}
      {error !== undefined && report === undefined && !isEmpty && (
        <p className={css.quiet} role="status">
          {t('forecast.failed')}
        </p>
      )}
      {glance !== undefined && !isEmpty && error === undefined && report === undefined && (
        <p className={css.quiet} role="status">
          {t('forecast.learning')}
        </p>
      )}
      {glance !== undefined &&
        settings !== undefined &&
        !isEmpty &&
        report !== undefined &&
        period !== undefined && (
          <>
            <div className={css.controls}>
              <ScopeSelect
                scope={segment ?? glance.scope}
                className={css.select}
                segments={segmentChoices(report.segments)}
                onSegment={(chosen) => goTo(forecastHash(chosen))}
              />
              <PeriodSwitch report={report} fiscal={settings.fiscal} nth={nth} onChange={setNth} />
            </div>
            <SegmentNote report={report} />
            {report.basis.kind !== 'too-large' && (
              <ForecastFigures report={report} period={period} isKnown={isKnown} />
            )}
            {isKnown ? (
              <>
                {isRough(report) && (
                  <p className={css.rough} role="note" data-testid="forecast-rough">
                    {t('forecast.rough')}
                  </p>
                )}
                <div className={css.columns}>
                  <LandingSection report={report} period={period} />
                  <PartsTable report={report} period={period} />
                </div>
                <WhatIfSection
                  key={`${report.scope} ${report.currency}`}
                  forecast={live}
                  report={report}
                  nth={nth}
                  settings={settings}
                />
                <DealOdds report={report} period={period} deals={deals} />
                <Suspense>
                  <TrackRecordSection
                    query={{ today: report.today, currency: report.currency, scope: report.scope }}
                    fiscal={settings.fiscal}
                  />
                </Suspense>
              </>
            ) : (
              <TooFewNote basis={report.basis} />
            )}
            {report.basis.kind !== 'too-large' && <RecurringSection report={report} nth={nth} />}
            <ForecastBasis report={report} />
          </>
        )}
    </div>
  );
}

/** Without days of creation nothing tells how long deals take: the landing stands, its parts are a guess. */
function isRough({ basis, open, uncreated }: ForecastReport): boolean {
  return basis.kind === 'measured' && (2 * uncreated.closed > basis.closed || 2 * uncreated.open > open);
}

/** Nothing is asked for before it is known of what. */
const noDeals: Live<never> = { subscribe: () => () => {}, get: () => undefined };
