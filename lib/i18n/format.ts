/** Numbers and dates as people read them. Pure: the locale, and where needed the present instant, are arguments. */

import { currencyExponent } from '../money/currency-exponent';
import { fromMinor } from '../money/from-minor';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Formatters cost far more to make than to use; a table of 500 rows asks for the same few again and again. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = locale + JSON.stringify(options);
  let format = numberFormats.get(id);
  if (format === undefined) numberFormats.set(id, (format = new Intl.NumberFormat(locale, options)));
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = locale + JSON.stringify(options);
  let format = dateFormats.get(id);
  if (format === undefined) dateFormats.set(id, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

/** An amount in minor units of an ISO 4217 currency. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
}

// `Intl` takes exact decimals as text; the type only cannot know that this text is one.
const plain = (decimal: string) => decimal as Intl.StringNumericLiteral;

function money({ minor, currency }: Amount, locale: string, options: Intl.NumberFormatOptions): string {
  return numberFormat(locale, { style: 'currency', currency, ...options }).format(
    plain(fromMinor(minor, currencyExponent(currency))),
  );
}

/** Three significant digits: `€412K`, `412 t €`; what is under a thousand whole: `€1.50`. */
export function formatMoneyCompact(amount: Amount, locale: string): string {
  if (Math.abs(amount.minor) < 1000 * 10 ** currencyExponent(amount.currency))
    return formatMoneyExact(amount, locale);
  return money(amount, locale, { notation: 'compact', maximumSignificantDigits: 3 });
}

/** Whole units: `€412,300`. */
export function formatMoneyWhole(amount: Amount, locale: string): string {
  return money(amount, locale, { maximumFractionDigits: 0 });
}

/** To the minor unit, without it where it is zero: `€412,300`, `€412,300.50`. */
export function formatMoneyExact(amount: Amount, locale: string): string {
  return money(amount, locale, { trailingZeroDisplay: 'stripIfInteger' });
}

/** Hundredths of a unit that has no ISO code: `412,300`, `412,300.50`. The caller sets the sign beside it. */
export function formatHundredths(minor: number, locale: string): string {
  return numberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(plain(fromMinor(minor, 2)));
}

/** A plain decimal with all of its digits, noughts at its end too: `7.4605`, `0,20`. */
export function formatDecimal(decimal: string, locale: string): string {
  const [, digits = ''] = decimal.split('.');
  return numberFormat(locale, {
    minimumFractionDigits: Math.min(12, digits.length),
    maximumFractionDigits: 12,
  }).format(plain(decimal));
}

/** A share 0..1 as whole percent: `43%`, `43 %`. */
export function formatPercent(share: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** How many times one amount is the other: `2.5×`, `2,5×`. */
export function formatTimes(times: number, locale: string): string {
  return `${numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(times)}×`;
}

export function formatCount(n: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(n);
}

const steps = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
] as const;

/**
 * Time between two instants in its largest unit, counted down: `3 d`, `2 h`, `5 min`; days for anything longer.
 * `undefined` under one minute, also where the clock was set back: the caller says "now".
 */
export function formatAge(from: string, now: string, locale: string): string | undefined {
  const seconds = (Date.parse(now) - Date.parse(from)) / 1_000;
  const step = steps.findLast(([, size]) => seconds >= size);
  if (step === undefined) return undefined;
  const [unit, size] = step;
  const parts = numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'minute' ? 'short' : 'narrow',
  }).formatToParts(Math.floor(seconds / size));
  // English writes "3d", Danish "3 d": one gap in every language, and no line ends inside it.
  const words = parts.filter((part) => part.type !== 'literal' || part.value.trim() !== '');
  return words.map((part) => part.value).join('\u00a0');
}

/** Midnight UTC of a plain date, and formatted in UTC: the day cannot shift. */
const atMidnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** A plain date, with its year where it is not today's: `Jun 12`, `Jun 12, 2027`, `12. jun.`. */
export function formatDate(date: string, today: string, locale: string): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(atMidnight(date));
}

/** A plain date with its year: `Jun 12, 2026`, `12. jun. 2026`. */
export function formatDateWithYear(date: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    atMidnight(date),
  );
}

/** A month by any of its days: `June 2026`, `jun. 2026` with `style: 'short'`. */
export function formatMonth(date: string, style: 'long' | 'short', locale: string): string {
  return dateFormat(locale, { month: style, year: 'numeric', timeZone: 'UTC' }).format(atMidnight(date));
}

/** Name of a month, 1..12: `April`. */
export function formatMonthName(month: number, locale: string): string {
  return dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, month - 1, 1)),
  );
}

/** Name of a day of the week, 1 (Monday) to 7: `Saturday`. */
export function formatWeekdayName(weekday: number, locale: string): string {
  // The first of June 2026 is a Monday.
  return dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 5, weekday)),
  );
}

/** An instant in the zone given, or the user's own: `Jun 12, 4:05 PM`. */
export function formatInstant(instant: string, locale: string, timeZone?: string): string {
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
}
