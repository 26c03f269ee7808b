const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/**
 * Whether a currency is counted in thousandths, so that `12.500` may be twelve and a half.
 *
 * @example hasThreeDecimals('KWD') // true
 */
export function hasThreeDecimals(code: string): boolean {
  return threeDecimals.has(code);
}
