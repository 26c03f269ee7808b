import type { UnitSums } from '../../lib/handoff/leads/unit-sums';
import { t } from '../../lib/i18n/i18n';
import { moneyText } from '../deal/amount-text';
import type { Format } from '../ui/format-context';

/**
 * Sums of several currencies, each by itself: nothing is converted here, and what is of no known one is counted. Where
 * several CRMs show one sign, each sum stands with its CRM.
 */
export function sumsText({ minor, apart }: UnitSums, format: Format): string {
  const heaps = Object.entries(minor).map(([unit, sum]) => ({ unit, sum, ...signOf(unit) }));
  const sums = heaps.map(({ unit, sum, sign, tenant }) => {
    if (sign === undefined) return format.whole(sum, unit);
    const text = moneyText(sum, { currencySymbol: sign }, format);
    return heaps.filter((heap) => heap.sign === sign).length > 1 ? `${text} (${tenant})` : text;
  });
  if (apart > 0) sums.push(t('handoffs.withoutCurrency', apart, { count: format.count(apart) }));
  return sums.length === 0 ? '–' : sums.join(' + ');
}

/** The sign of a unit without a code, and whose it is, see `sumUnit`. */
function signOf(unit: string): { readonly sign?: string | undefined; readonly tenant?: string | undefined } {
  if (!unit.startsWith('~')) return {};
  const [sign, tenant] = unit.slice(1).split('\n');
  return { sign, tenant };
}
