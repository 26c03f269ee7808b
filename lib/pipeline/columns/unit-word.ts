import type { Deal } from '../../deal/deal';

/** What an amount is counted in, as one word of the columns: `=EUR` for a code, `~kr.` for a sign; undefined: neither. */
export function unitWord({
  currency,
  currencySymbol,
}: Pick<Deal, 'currency' | 'currencySymbol'>): string | undefined {
  if (typeof currency === 'string') return `=${currency}`;
  return currencySymbol === undefined ? undefined : `~${currencySymbol}`;
}
