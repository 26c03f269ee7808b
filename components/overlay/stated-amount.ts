import type { StatedAmount } from '../../lib/deal/deal';

/**
 * An amount as a page stated it, written in the user's way, every digit kept: `€1,220`, `1.220,50 kr.`. Where the
 * page showed a sign that several currencies use, that very sign stands beside the number.
 */
export function formatStatedAmount(amount: StatedAmount, locale: string): string {
  // The contract says: a plain decimal. Were it not one, the text itself is shown rather than `NaN`.
  if (!/^-?\d+(\.\d+)?$/.test(amount.decimal)) return amount.decimal;
  const decimal = amount.decimal as Intl.StringNumericLiteral;
  const digits = { trailingZeroDisplay: 'stripIfInteger', maximumFractionDigits: 4 } as const;
  if (amount.currency !== undefined) {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: amount.currency,
      ...digits,
      minimumFractionDigits: 2,
    }).format(decimal);
  }
  const plain = new Intl.NumberFormat(locale, digits).format(decimal);
  return amount.symbol === undefined ? plain : `${plain} ${amount.symbol}`;
}
