/**
 * A share as a change in whole percent, with its sign: `+10%`, `−5 %`. Pure: the locale is an argument.
 *
 * @example formatChange(0.1, 'en') // '+10%'
 */
export function formatChange(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format(share);
}
