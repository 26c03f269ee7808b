/** The sign before fractions in a language; `undefined` where it is neither a point nor a comma. */
export function decimalSignOf(locale: string): '.' | ',' | undefined {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return sign === '.' || sign === ',' ? sign : undefined;
}
