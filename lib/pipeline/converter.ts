import type { CurrencyRate } from '../deal/settings';
import { convertMinor } from '../money/convert-minor';
import { minorRate } from '../money/minor-rate';
import type { Rate } from '../money/rate';
import { rateOn } from '../money/rate-on';

/** Minor units of the reporting currency, by the rate of a day; `undefined` where there is no right number. */
export type Convert = (minor: number, currency: string, day: string) => number | undefined;

/** Converts into one currency at the user's dated rates. Each currency's rate of a day is looked up once. */
export function converter(rates: readonly CurrencyRate[], to: string): Convert {
  // By day and by currency: one name of both would be a new text for every amount.
  const known = new Map<string, Map<string, Rate | undefined>>();
  return (minor, from, on) => {
    if (from === to) return minor;
    let ofDay = known.get(on);
    if (ofDay === undefined) known.set(on, (ofDay = new Map()));
    if (!ofDay.has(from)) {
      const rate = rateOn(rates, { from, to, on });
      ofDay.set(from, rate && minorRate(rate, { from, to }));
    }
    const rate = ofDay.get(from);
    return rate && convertMinor(minor, rate);
  };
}
