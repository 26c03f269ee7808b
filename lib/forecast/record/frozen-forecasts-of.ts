import { periodId } from '../../pipeline/targets/period-id';
import type { ForecastReport } from '../report';
import type { Baselines, FrozenForecast } from './frozen-forecast';

/** What a report does not say itself. */
interface Beside {
  /** Known amounts of all open deals. */
  readonly openMinor: number;
  readonly inputsDigest: string;
  /** Where a part of the open deals was read. */
  readonly sight?: FrozenForecast['sight'];
  /** Of each period of the report, in its order. */
  readonly baselines: readonly Baselines[];
  readonly references: readonly FrozenForecast['reference'][];
}

/**
 * The rows to freeze of a report: one for each of its periods. Under ten closed deals nobody has a forecast, and nothing
 * is frozen.
 */
export function frozenForecastsOf(
  { basis, scope, currency, today, open, periods }: Omit<ForecastReport, 'frozen'>,
  { openMinor, inputsDigest, baselines, references, sight }: Beside,
): readonly FrozenForecast[] {
  if (basis.kind !== 'measured') return [];
  return periods.flatMap(({ start, end, target, forecast }, nth): readonly FrozenForecast[] => {
    const own = baselines[nth];
    const reference = target === null ? references[nth] : undefined;
    if (own === undefined) return [];
    return [
      {
        scope,
        period: periodId({ start, end }),
        takenOn: today,
        currency,
        start,
        end,
        p10: Math.round(forecast.p10),
        p50: Math.round(forecast.p50),
        mean: Math.round(forecast.mean),
        p90: Math.round(forecast.p90),
        pHit: forecast.pHit,
        targetMinor: target === null ? null : Math.round(target),
        ...(reference === undefined ? {} : { reference }),
        wonMinor: Math.round(forecast.wonToDate),
        openMinor: Math.round(openMinor),
        openDeals: open,
        ...(sight === undefined ? {} : { sight }),
        baselines: own,
        inputsDigest,
        madeBy: 'frozen',
        version: 1,
      },
    ];
  });
}
