import { currencyExponent } from './currency-exponent';
import { parseRate } from './parse-rate';
import type { Rate } from './rate';

/**
 * A rate between the units of two currencies as the rate between their minor units.
 *
 * @param rate Units of `to` for one unit of `from`: a plain decimal, or the fraction of `rateOn`.
 * @returns `undefined` for a rate that is malformed, zero or less.
 * @example minorRate('490', { from: 'KWD', to: 'JPY' }) // { over: 490n, under: 1000n }
 */
export function minorRate(
  rate: string | Rate,
  { from, to }: { readonly from: string; readonly to: string },
): Rate | undefined {
  const fraction = typeof rate === 'string' ? parseRate(rate) : rate;
  if (fraction === undefined || fraction.over <= 0n || fraction.under <= 0n) return undefined;
  return {
    over: fraction.over * 10n ** BigInt(currencyExponent(to)),
    under: fraction.under * 10n ** BigInt(currencyExponent(from)),
  };
}
