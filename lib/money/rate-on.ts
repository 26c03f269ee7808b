import type { CurrencyRate } from '../deal/settings';
import { parseRate } from './parse-rate';
import type { Rate } from './rate';

/** Which rate is wanted: units of `to` for one of `from`, as valid on the day `on`. */
export interface RateQuery {
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

/**
 * The user's rate valid on a day: the latest one dated that day or before. A rate stated the other way round serves
 * as its exact inverse; of one day's two, the one stated in the wanted direction is taken.
 *
 * @returns `undefined` where no rate is known, and on days before the first one: the past is not guessed from later
 * rates. Rates that are malformed or zero are as if they were not there. Between a currency and itself: 1.
 * @example
 * rateOn([{ from: 'EUR', to: 'DKK', on: '2026-01-01', rate: '7.46' }], { from: 'DKK', to: 'EUR', on: '2026-03-01' })
 * // { over: 100n, under: 746n }
 */
export function rateOn(rates: readonly CurrencyRate[], { from, to, on }: RateQuery): Rate | undefined {
  if (from === to) return { over: 1n, under: 1n };
  let found: { readonly rate: Rate; readonly on: string; readonly isDirect: boolean } | undefined;
  for (const row of rates) {
    const isDirect = row.from === from && row.to === to;
    if (!isDirect && !(row.from === to && row.to === from)) continue;
    // Days are written alike, so their texts sort as they do.
    if (row.on > on || (found !== undefined && row.on < found.on)) continue;
    if (found?.on === row.on && found.isDirect) continue;
    const stated = parseRate(row.rate);
    if (stated === undefined) continue;
    found = { rate: isDirect ? stated : { over: stated.under, under: stated.over }, on: row.on, isDirect };
  }
  return found?.rate;
}
