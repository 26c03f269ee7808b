/**
 * Plain decimal of an amount in minor units, with exactly `exponent` decimals.
 *
 * @throws RangeError where `minor` is no safe integer: such an amount has been computed wrongly before.
 * @example fromMinor(122050, 2) // '1220.50'
 * @example fromMinor(-5, 3) // '-0.005'
 */
export function fromMinor(minor: number, exponent: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a safe integer of minor units: ${minor}`);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
