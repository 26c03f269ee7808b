import { useMemo } from 'react';
import type { Glance } from '../../lib/pipeline/glance';
import { scopeTotal } from '../../lib/pipeline/scope-total';
import { usePlatform, type LiveForecast } from './platform';

/** The forecast of a scope in the currency and on the day of what the popup shows. */
export function useForecast(glance: Glance | undefined, scope: string | undefined): LiveForecast {
  const platform = usePlatform();
  const { today, completeness } = glance ?? {};
  const currency = glance?.won.currency;
  const openTotal = completeness && scope !== undefined ? scopeTotal(scope, completeness) : undefined;
  return useMemo(
    () =>
      today === undefined || currency === undefined || scope === undefined
        ? none
        : platform.forecast({ today, currency, scope, openTotal }),
    [platform, today, currency, scope, openTotal],
  );
}

/** Nothing is asked for before it is known of what. */
const none: LiveForecast = {
  subscribe: () => () => {},
  get: () => undefined,
  whatIf: () => Promise.resolve(undefined),
};
