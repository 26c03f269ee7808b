// Deals and how their values are written: what a drawn page shows, and what is true of it.
import fc from 'fast-check';
import { readLocales as locales } from '../parse/locales';

export const deal = fc.record({
  cents: fc.oneof(
    fc.integer({ min: 0, max: 99_999_99 }),
    fc.integer({ min: 1, max: 999 }).map((thousands) => thousands * 1000_00),
  ),
  day: fc.integer({ min: 0, max: 3000 }),
  share: fc.integer({ min: 0, max: 100 }),
});
export type DrawnDeal = typeof deal extends fc.Arbitrary<infer T> ? T : never;

export const writing = {
  locale: fc.constantFrom(...locales),
  currency: fc.constantFrom('EUR', 'USD', 'DKK', 'GBP', 'INR', 'JPY'),
  currencyIn: fc.constantFrom('cell', 'heading', 'nowhere', 'code'),
  fraction: fc.constantFrom<0 | 2 | 'trimmed'>(0, 2, 'trimmed'),
  dates: fc.constantFrom('short', 'medium', 'long', '2-digit', 'iso'),
} as const;
const written = fc.record(writing);
export type Writing = typeof written extends fc.Arbitrary<infer T> ? T : never;

export const dateOf = ({ day }: Pick<DrawnDeal, 'day'>) => new Date(Date.UTC(2022, 0, 1 + day));

/** The amount as the page shows it: without its cents where none are shown. */
export const valueOf = ({ cents }: Pick<DrawnDeal, 'cents'>, { fraction }: Pick<Writing, 'fraction'>) =>
  fraction === 0 ? Math.trunc(cents / 100) : cents / 100;

export function amountText(of: Pick<DrawnDeal, 'cents'>, at: Writing): string {
  const { locale, currency, currencyIn, fraction } = at;
  const digits =
    fraction === 'trimmed'
      ? { minimumFractionDigits: 0, maximumFractionDigits: 2 }
      : { minimumFractionDigits: Number(fraction), maximumFractionDigits: Number(fraction) };
  const style =
    currencyIn === 'cell' || currencyIn === 'code'
      ? ({ style: 'currency', currency, currencyDisplay: currencyIn === 'code' ? 'code' : 'symbol' } as const)
      : {};
  return new Intl.NumberFormat(locale, { ...style, ...digits }).format(valueOf(of, at));
}

export function dateText(of: Pick<DrawnDeal, 'day'>, { locale, dates }: Writing): string {
  if (dates === 'iso') return dateOf(of).toISOString().slice(0, 10);
  const style: Intl.DateTimeFormatOptions =
    dates === '2-digit' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : { dateStyle: dates };
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(dateOf(of));
}
