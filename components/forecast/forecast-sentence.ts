import { fiscalPeriod } from '../../lib/calendar/fiscal-period';
import type { Deal } from '../../lib/deal/deal';
import type { Settings } from '../../lib/deal/settings';
import type { ForecastReport } from '../../lib/forecast/report';
import { t } from '../../lib/i18n/i18n';
import { chanceText } from '../pipeline/chance-text';
import { periodText } from '../pipeline/period-text';
import type { Format } from '../ui/format-context';

/** The answer in one sentence. Where one deal decides, a middle between its two outcomes would be a number that cannot happen. */
export function forecastSentence(
  report: ForecastReport,
  given: {
    readonly nth: number;
    readonly settings: Settings;
    readonly deals: ReadonlyMap<string, Deal> | undefined;
    readonly format: Format;
  },
): string {
  const { basis, currency } = report;
  const { format, deals } = given;
  const period = report.periods[given.nth];
  if (period === undefined) return t('nav.forecast');
  const name = periodText(fiscalPeriod(period.start, given.settings.fiscal), format);
  if (basis.kind === 'too-large') return t('forecast.sayTooLarge');
  if (basis.kind === 'too-few')
    return t('forecast.sayTooFew', { have: format.count(basis.have), need: format.count(basis.need) });
  const { forecast, decidedBy, target } = period;
  const landing = format.compact(Math.round(forecast.p50), currency);
  if (decidedBy !== undefined) {
    const deal = deals?.get(decidedBy);
    return t('forecast.sayOneDeal', {
      period: name,
      deal: deal?.name ?? deal?.account ?? t('forecast.aDeal'),
    });
  }
  if (target === null || forecast.pHit === null) return t('forecast.sayLanding', { period: name, landing });
  return t('forecast.sayChance', {
    period: name,
    landing,
    chance: chanceText(forecast.pHit, format),
    target: format.compact(target, currency),
  });
}
