import { formatCount, formatMoneyCompact } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import type { MoneySum } from '../../lib/pipeline/glance';
import { isUnknownSum } from '../../lib/pipeline/is-unknown-sum';

/**
 * A sum in a few letters: `€412K`, with `+ 2 apart` where deals could not be added to it. Where nothing could be
 * added, a dash: never a 0 that is not known to be one.
 */
export function sumText(sum: MoneySum, locale: string): string {
  const apart = sum.apart.reduce((n, part) => n + part.n, 0);
  const text = isUnknownSum(sum) ? '–' : formatMoneyCompact(sum, locale);
  return apart === 0 ? text : t('overlay.withApart', { sum: text, n: formatCount(apart, locale) });
}
