import type { Draw } from './draw';
import { locales } from './locales';

/** A column as some CRM would show it, and what each of its cells really says. Made without any of the parser's code. */
export interface InventedColumn<T> {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly truth: readonly (T | null)[];
  /** What the page claims its language is. */
  readonly language: string;
  /** What a reader needs to find a failure again. */
  readonly kind: string;
}

export interface TrueAmount {
  readonly value: number;
  readonly currency: string;
  /** How far a shown value may be from the true one: 0 where it is shown exactly. */
  readonly within: number;
}

const currencies =
  'EUR EUR EUR USD USD USD GBP DKK DKK SEK NOK CHF PLN INR JPY BRL MXN CAD AUD CZK HUF ZAR TRY KWD'.split(
    ' ',
  );
const empties = ['', '-', '--', '–', '—', 'None', '\u00a0'];

/** Amounts as sales people enter them: mostly round, seldom with cents. */
function inventAmount(draw: Draw, decimals: number): number {
  const size = draw.one([1, 10, 100, 1000, 10_000, 100_000]);
  const whole = draw.chance(0.7) ? (1 + draw.below(999)) * size : 1 + draw.below(999 * size);
  const cents = draw.chance(0.25) && decimals > 0 ? draw.below(10 ** decimals) / 10 ** decimals : 0;
  return Number((whole + cents).toFixed(decimals));
}

export function inventAmounts(draw: Draw): InventedColumn<TrueAmount> {
  const locale = draw.one(locales);
  const currency = draw.one(currencies);
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const fraction = draw.one(['fixed', 'fixed', 'none', 'trimmed', 'compact'] as const);
  const sign = draw.one([
    'symbol',
    'symbol',
    'narrowSymbol',
    'code',
    'heading',
    'heading sign',
    'nowhere',
  ] as const);
  // `[min, max]` figures behind the point. Whole amounts are never cut: a page that rounds does not say so.
  const digits = fraction === 'none' ? 0 : decimals;
  const grouping = draw.chance(0.1) ? false : draw.chance(0.1) ? 'min2' : 'auto';
  const isCompact = fraction === 'compact';
  const hasSign = sign === 'symbol' || sign === 'narrowSymbol' || sign === 'code';
  const format = new Intl.NumberFormat(locale, {
    ...(hasSign ? { style: 'currency' as const, currency, currencyDisplay: sign } : {}),
    // The platform knows "min2"; its types do not yet.
    ...({ useGrouping: grouping } as Intl.NumberFormatOptions),
    ...(isCompact
      ? { notation: 'compact' as const, maximumFractionDigits: 1 }
      : { minimumFractionDigits: fraction === 'trimmed' ? 0 : digits, maximumFractionDigits: digits }),
    ...(hasSign && draw.chance(0.1) ? { currencySign: 'accounting' as const } : {}),
  });
  const own = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value;
  const blank = draw.one([undefined, undefined, ' ', '\u00a0', '\u202f', '\u2009']);
  const isPair = hasSign && currency !== 'GBP' && draw.chance(0.1);
  const converted = new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP' });
  const rows = 1 + draw.below(draw.chance(0.5) ? 8 : 30);
  const texts: string[] = [];
  const truth: (TrueAmount | null)[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (draw.chance(0.06)) {
      texts.push(draw.one(empties));
      truth.push(null);
      continue;
    }
    const value = (draw.chance(0.03) ? -1 : 1) * Number(inventAmount(draw, digits).toFixed(digits));
    // A list that converts for the viewer: the record's own amount, and in brackets his.
    const shown = isPair
      ? `${format.format(value)} (${converted.format(value * 0.93)})`
      : format.format(value);
    texts.push(blank === undefined ? shown : shown.replace(/\s/g, blank));
    truth.push({ value, currency, within: isCompact ? Math.abs(value) * 0.06 + 0.5 : 0 });
  }
  const heading =
    sign === 'heading' ? `Amount (${currency})` : sign === 'heading sign' ? `Amount (${own})` : 'Amount';
  return {
    heading,
    texts,
    truth,
    language: '',
    kind: [locale, currency, fraction, sign, grouping].join(' '),
  };
}

const styles: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'short' },
  { dateStyle: 'short' },
  { dateStyle: 'medium' },
  { dateStyle: 'long' },
  { dateStyle: 'full' },
  { dateStyle: 'short', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
  { day: '2-digit', month: '2-digit', year: 'numeric' },
  { day: 'numeric', month: 'numeric', year: 'numeric' },
  { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' },
];
/** As servers write them, whatever the language. */
const patterns = [
  'Y-m-d',
  'd/m/Y',
  'm/d/Y',
  'd.m.Y',
  'd-m-Y',
  'Y/m/d',
  'm-d-Y',
  'Y-m-d H:i',
  'd/m/Y H:i',
  'm/d/Y h:i',
  'd-M-Y',
  'M d, Y',
];
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function byPattern(date: Date, pattern: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    M: shortMonths[date.getUTCMonth()] ?? '',
    H: two(date.getUTCHours()),
    h: two(date.getUTCHours() % 12 || 12),
    i: `${two(date.getUTCMinutes())}${pattern.includes('h') ? (date.getUTCHours() < 12 ? ' am' : ' pm') : ''}`,
  };
  return pattern.replace(/[YmdMHhi]/g, (letter) => parts[letter] ?? '');
}

export function inventDates(draw: Draw): InventedColumn<string> {
  const locale = draw.one(locales);
  const pattern = draw.chance(0.4) ? draw.one(patterns) : undefined;
  const style = draw.one(styles);
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  const rows = 1 + draw.below(draw.chance(0.5) ? 8 : 30);
  const texts: string[] = [];
  const truth: (string | null)[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (draw.chance(0.06)) {
      texts.push(draw.one(empties));
      truth.push(null);
      continue;
    }
    const day = Date.UTC(2026, draw.below(24) - 8, draw.chance(0.2) ? 31 : 1 + draw.below(28));
    const date = new Date(day + draw.below(1440) * 60_000);
    texts.push(pattern === undefined ? format.format(date) : byPattern(date, pattern));
    truth.push(date.toISOString().slice(0, 10));
  }
  // Right, missing, or the English of a template that nobody changed.
  const language = draw.one([locale, locale, '', 'en']);
  return {
    heading: 'Close date',
    texts,
    truth,
    language,
    kind: [locale, pattern ?? JSON.stringify(style), language].join(' '),
  };
}
