import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';

/**
 * A chance that is not 1 is never shown as if it were, and none as 0: what is still open can happen, however far it lies
 * in the tail of a distribution.
 */
export function chanceText(chance: number, format: Format): string {
  if (chance < 0.01) return t('forecast.under', { share: format.percent(0.01) });
  if (chance < 1 && chance > 0.99) return t('forecast.over', { share: format.percent(0.99) });
  return format.percent(chance);
}
