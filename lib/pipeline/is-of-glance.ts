import type { ForecastGlance } from './forecast-glance';
import type { Glance } from './glance';

/**
 * Whether a forecast speaks of what a glance speaks of: day, scope, period, currency and target. Deals may have been
 * read since: the forecast is then of an earlier minute of the same day. Where more was won since than it holds for
 * certain, it is over: no period lands below what is won.
 */
export function isOfGlance(
  { day, scope, currency, period, targetMinor, basis, landing }: ForecastGlance,
  glance: Pick<Glance, 'today' | 'scope' | 'won' | 'period' | 'targetMinor'>,
): boolean {
  return (
    day === glance.today &&
    scope === glance.scope &&
    currency === glance.won.currency &&
    period.start === glance.period.start &&
    period.end === glance.period.end &&
    targetMinor === glance.targetMinor &&
    (basis.kind === 'too-large' || landing.p10 >= glance.won.minor)
  );
}
