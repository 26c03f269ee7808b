import type { Deal } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';

/** A deal as a control's label tells it from others: one without a name by what a win of it brings. */
export function dealLabel(deal: Deal | undefined, value: string): string {
  return deal?.name ?? deal?.account ?? t('forecast.aDealOf', { value });
}
