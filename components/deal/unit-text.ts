import { namedTenant } from '../../lib/deal/named-tenant';
import { shownUnit } from '../../lib/deal/shown-unit';
import { t } from '../../lib/i18n/i18n';

/** What a unit is called: its code, or its sign, with its CRM where several show that sign among the units beside it. */
export function unitText(unit: string, among: readonly string[]): string {
  const shown = shownUnit(unit);
  if (shown === undefined) return unit;
  const sign = shown.sign === '' ? t('filters.noCurrency') : shown.sign;
  const tenant = namedTenant(unit, among);
  return tenant === undefined ? sign : `${sign} (${tenant})`;
}
