import type { CurrencyRate } from '../deal/settings';
import { convertMinor } from '../money/convert-minor';
import type { Rate } from '../money/rate';
import { rateOn } from '../money/rate-on';

/** Minor units of the reporting currency, by the rate of a day; `undefined` where there is no right number. */
export type Convert = (minor: number, currency: string, day: string) => number | undefined;

/** Converts into one currency at the user's dated rates. Each currency's rate of a day is looked up once. */
export function converter(rates: readonly CurrencyRate[], to: string): Convert {
  const known = new Map<string, Rate | undefined>();
  return (minor, from, on) => {
    if (from === to) return minor;
    const name = `${from} ${on}`;
    if (!known.has(name)) known.set(name, rateOn(rates, { from, to, on }));
    const rate = known.get(name);
    return rate === undefined ? undefined : convertMinor(minor, { from, to, rate });
  };
}
