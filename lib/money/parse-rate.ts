import type { Rate } from './rate';

/**
 * A decimal rate as an exact fraction; `undefined` for text that is no plain decimal and for a rate of zero or less.
 *
 * @example parseRate('7.46') // { over: 746n, under: 100n }
 */
export function parseRate(rate: string): Rate | undefined {
  const parts = /^(\d{1,40})(?:\.(\d{1,40}))?$/.exec(rate);
  if (parts === null) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const over = BigInt(whole + fraction);
  return over === 0n ? undefined : { over, under: 10n ** BigInt(fraction.length) };
}
