import { namedTenant } from '../../lib/deal/named-tenant';
import { shownUnit } from '../../lib/deal/shown-unit';
import type { Format } from '../ui/format-context';
import { moneyText } from './amount-text';

/** Minor units of a code, or of what a page showed without one, see `apartUnit`. */
interface UnitSum {
  readonly unit: string;
  readonly minor: number;
}

/** A sum of one unit. Where several CRMs show its sign among the units beside it, the sum stands with its CRM. */
export function unitMoney(
  { unit, minor }: UnitSum,
  format: Format,
  { style, among = [] }: { style: 'compact' | 'whole' | 'exact'; among?: readonly string[] },
): string {
  const shown = shownUnit(unit);
  if (shown === undefined) return format[style](minor, unit);
  const text = moneyText(minor, { currencySymbol: shown.sign }, format);
  const tenant = namedTenant(unit, among);
  return tenant === undefined ? text : `${text} (${tenant})`;
}
