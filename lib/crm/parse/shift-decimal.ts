/**
 * Moves the point of a plain decimal to the right, exactly.
 *
 * @example shiftDecimal('12.34', 3) // '12340'
 * @example shiftDecimal('-0.5', 0) // '-0.5'
 */
export function shiftDecimal(decimal: string, places: number): string {
  if (places === 0) return decimal;
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.slice(sign.length).split('.');
  const padded = fraction.padEnd(places, '0');
  const moved = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(places);
  return sign + moved + (rest === '' ? '' : `.${rest}`);
}
