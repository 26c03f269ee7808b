/**
 * One spelling for every plain decimal: no leading or trailing zeros, no `-0`. `undefined` for other text.
 *
 * @example canonicalDecimal('01220.50') // '1220.5'
 * @example canonicalDecimal('1,220') // undefined
 */
export function canonicalDecimal(decimal: string): string | undefined {
  const parts = /^(-?)0*(\d{1,40})(?:\.(\d{1,40}))?$/.exec(decimal);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const tail = fraction.replace(/0+$/, '');
  const size = tail === '' ? whole : `${whole}.${tail}`;
  return size === '0' ? size : sign + size;
}
