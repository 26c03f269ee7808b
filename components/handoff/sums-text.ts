import type { UnitSums } from '../../lib/handoff/leads/unit-sums';
import { t } from '../../lib/i18n/i18n';
import { unitMoney } from '../deal/unit-money';
import type { Format } from '../ui/format-context';

/** Sums of several currencies, each by itself: nothing is converted here, and what is of no known one is counted. */
export function sumsText({ minor, apart }: UnitSums, format: Format): string {
  const among = Object.keys(minor);
  const sums = Object.entries(minor).map(([unit, sum]) =>
    unitMoney({ unit, minor: sum }, format, { style: 'whole', among }),
  );
  if (apart > 0) sums.push(t('handoffs.withoutCurrency', apart, { count: format.count(apart) }));
  return sums.length === 0 ? '–' : sums.join(' + ');
}
