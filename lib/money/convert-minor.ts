import { currencyExponent } from './currency-exponent';
import { parseRate } from './parse-rate';
import type { Rate } from './rate';

/** Which currency an amount is in, and which it shall be in. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  /** Units of `to` for one unit of `from` (units, not minor units): a plain decimal, or the fraction of `rateOn`. */
  readonly rate: string | Rate;
}

/**
 * An amount in minor units of one currency, in minor units of another: computed exactly, rounded once, half away
 * from zero.
 *
 * @returns `undefined` where there is no right number: a rate that is malformed, zero or less, an amount that is no
 * safe integer, or a result beyond the safe integers.
 * @example convertMinor(10000, { from: 'EUR', to: 'DKK', rate: '7.4605' }) // 74605
 * @example convertMinor(1005, { from: 'KWD', to: 'JPY', rate: '490' }) // 492, of 492.45
 */
export function convertMinor(minor: number, { from, to, rate }: Conversion): number | undefined {
  const fraction = typeof rate === 'string' ? parseRate(rate) : rate;
  if (fraction === undefined || fraction.over <= 0n || fraction.under <= 0n) return undefined;
  if (!Number.isSafeInteger(minor)) return undefined;
  const over = BigInt(Math.abs(minor)) * fraction.over * 10n ** BigInt(currencyExponent(to));
  const under = fraction.under * 10n ** BigInt(currencyExponent(from));
  const size = Number((2n * over + under) / (2n * under));
  if (!Number.isSafeInteger(size)) return undefined;
  return minor < 0 && size !== 0 ? -size : size;
}
