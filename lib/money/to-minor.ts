const plainDecimal = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/**
 * Minor units of a plain decimal (`.` as the point, no groups), exactly: no float is involved.
 *
 * @param exponent Decimal places of the currency, from {@link currencyExponent}.
 * @returns `undefined` where there is no right number: text that is no plain decimal, decimals beyond the currency's
 * that are not zero (they would have to be rounded), or a result beyond the safe integers.
 * @example toMinor('1220.5', 2) // 122050
 * @example toMinor('1220.505', 2) // undefined
 */
export function toMinor(decimal: string, exponent: number): number | undefined {
  const parts = plainDecimal.exec(decimal);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  // Without the second test "-0" would become the number -0, which is not deeply equal to 0.
  return sign === '-' && minor !== 0 ? -minor : minor;
}
