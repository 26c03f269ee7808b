import type { ForecastReport } from './report';

/**
 * What deals that are not created yet are forecast to bring in the present period, in whole minor units; `undefined` where
 * there is no forecast.
 */
export function expectedNew({ basis, periods: [present] }: ForecastReport): number | undefined {
  return basis.kind === 'measured' && present !== undefined ? Math.round(present.parts.fresh) : undefined;
}
