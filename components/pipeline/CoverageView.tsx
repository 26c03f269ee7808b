import { useMemo, useState } from 'react';
import { dayNumber } from '../../lib/calendar/day-number';
import { expectedNew } from '../../lib/forecast/expected-new';
import type { PipelineFacts } from '../../lib/pipeline/facts/facts';
import { scopeFacts } from '../../lib/pipeline/facts/scope-facts';
import { segmentOfScope } from '../../lib/pipeline/scope/segment-of-scope';
import { scopeRule } from '../../lib/pipeline/scope/scope-rule';
import type { SegmentField } from '../../lib/pipeline/scope/segments';
import { periodId } from '../../lib/pipeline/targets/period-id';
import { t } from '../../lib/i18n/i18n';
import { usePlatform, type Live } from '../hooks/platform';
import { useForecast } from '../hooks/use-forecast';
import { useKept } from '../hooks/use-kept';
import { useLive } from '../hooks/use-live';
import { forecastHash } from '../forecast/forecast-hash';
import { useFormat } from '../ui/format-context';
import { CompletenessLine } from './CompletenessLine';
import css from './CoverageView.module.css';
import { CoverageTable } from './CoverageTable';
import { coverageRows } from './coverage-rows';
import { coverageSegments } from './coverage-segments';
import { coverageSentence } from './coverage-sentence';
import { HygieneSection } from './HygieneSection';
import { PaceSection } from './PaceSection';
import { RequiredSection } from './RequiredSection';
import { WaterfallSection } from './WaterfallSection';

/** Whether there is enough in the pipeline: what covers the gap, what is needed, at what pace, what moved, what is amiss. */
export function CoverageView() {
  const platform = usePlatform();
  const format = useFormat();
  const glance = useLive(platform.glance);
  const settings = useLive(platform.settings);
  const targets = useLive(platform.targets);
  const rates = useLive(platform.rates);
  const error = useLive(platform.error);
  const [chosen, setChosen] = useState<string>();
  const [field, setField] = useState<SegmentField>();
  const [days, setDays] = useState<{ from?: string; to?: string }>({});
  const [today, currency] = [glance?.today, glance?.won.currency];
  const live = useMemo(
    () =>
      today === undefined || currency === undefined ? none : platform.facts({ today, currency, ...days }),
    [platform, today, currency, days],
  );
  const facts = useKept(useLive(live));
  const scope = chosen ?? glance?.scope;
  // As the view of the forecast asks for it: what is said of new deals is the same there.
  const report = useKept(useLive(useForecast(glance, scope)));
  const newMinor =
    report !== undefined && report.scope === scope && report.currency === currency
      ? expectedNew(report)
      : undefined;
  const fields = useMemo(() => {
    if (facts === undefined) return [];
    const ofPeriod = (targets ?? []).filter(({ period }) => period === periodId(facts.options.period));
    return coverageSegments(
      facts,
      ofPeriod.map((target) => target.scope),
    );
  }, [facts, targets]);
  const segments = fields.find((one) => one.field === field) ?? fields[0];
  const rows = useMemo(
    () =>
      facts && settings && targets && rates
        ? coverageRows(facts, {
            settings,
            targets,
            rates,
            segments: segments?.scopes,
            forecast: scope === undefined || newMinor === undefined ? undefined : { scope, newMinor },
          })
        : [],
    [facts, settings, targets, rates, segments, scope, newMinor],
  );
  const row = rows.find((one) => one.scope === scope) ?? rows[0];
  const rule = useMemo(() => scopeRule(row?.scope ?? 'all', settings?.teams), [row?.scope, settings?.teams]);
  const own = useMemo(() => facts && scopeFacts(facts, rule), [facts, rule]);
  return (
    <div className={css.view} data-testid="view-coverage" aria-busy={facts === undefined}>
      <div className={css.head}>
        <h1>
          {glance?.deals === 0 || row === undefined
            ? t('nav.coverage')
            : coverageSentence(row, facts?.options.currency ?? '', format)}
        </h1>
        <p>
          <CompletenessLine glance={glance} failed={error !== undefined} />
          {row !== undefined && segmentOfScope(row.scope) !== undefined && (
            <>
              {' · '}
              <a className={css.link} href={forecastHash(row.scope)} data-testid="segment-forecast">
                {t('coverage.segmentForecast')}
              </a>
            </>
          )}
        </p>
      </div>
      {glance?.deals === 0 && <p className={css.empty}>{t('coverage.noDeals')}</p>}
      {glance !== undefined &&
        glance.deals > 0 &&
        (facts === undefined || own === undefined || row === undefined) && (
          <p className={css.opening}>{t('coverage.reading')}</p>
        )}
      {glance !== undefined &&
        glance.deals > 0 &&
        facts !== undefined &&
        own !== undefined &&
        row !== undefined && (
          <>
            <CoverageTable
              rows={rows}
              facts={facts}
              chosen={row.scope}
              onChoose={setChosen}
              fields={fields}
              segments={segments}
              onField={(next) => {
                setField(next);
                // A segment of another field has no line any more.
                if (segmentOfScope(row.scope) !== undefined) setChosen(undefined);
              }}
            />
            <RequiredSection row={row} own={own} facts={facts} />
            <PaceSection row={row} own={own} facts={facts} />
            <WaterfallSection
              scope={row.scope}
              rule={rule}
              facts={facts}
              days={{ from: days.from ?? facts.options.period.start, to: days.to }}
              onDays={(from, to) =>
                setDays(to === undefined || dayNumber(to) === undefined ? { from } : { from, to })
              }
            />
            <HygieneSection rule={rule} facts={facts} />
          </>
        )}
    </div>
  );
}

/** Nothing is asked for before it is known in which currency, and of what scope. */
const none: Live<PipelineFacts> = { subscribe: () => () => {}, get: () => undefined };
