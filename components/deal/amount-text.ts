import type { Deal } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';

/** A deal's own amount in its own currency; `≈` where it was shown rounded, `–` where it is not known. */
export function amountText(
  deal: Pick<Deal, 'amountMinor' | 'amountExact' | 'currency' | 'currencySymbol'>,
  format: Format,
): string {
  if (deal.amountMinor === undefined || deal.amountMinor === null) return '–';
  const text = moneyText(deal.amountMinor, deal, format);
  return deal.amountExact === false ? t('money.rounded', { amount: text }) : text;
}

/** Minor units in a deal's currency, or beside its sign where the code is not known. */
export function moneyText(
  minor: number,
  unit: Pick<Deal, 'currency' | 'currencySymbol'>,
  format: Format,
): string {
  if (unit.currency !== undefined && unit.currency !== null) return format.exact(minor, unit.currency);
  return `${unit.currencySymbol ?? ''}\u00a0${format.hundredths(minor)}`.trim();
}
