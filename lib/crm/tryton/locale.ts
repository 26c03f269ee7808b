import type { Page } from '../adapter';
import { isRecord, parseJson } from '../sync/guards';

/** How this user's Tryton writes numbers and dates: it says so itself, so nothing has to be guessed. */
export interface TrytonLocale {
  readonly decimalPoint: string;
  readonly groupSign: string;
  /** `%d.%m.%Y` */
  readonly dateFormat: string;
}

/** What Tryton falls back to for a user without a language. */
const english: TrytonLocale = { decimalPoint: '.', groupSign: ',', dateFormat: '%m/%d/%Y' };

/** The formats of the page's user; `undefined` where the page says something that we do not understand. */
export function trytonLocale({ storage }: Pick<Page, 'storage'>, database: string): TrytonLocale | undefined {
  const context = parseJson(storage?.session.get(`sao_context_${database}`));
  if (!isRecord(context)) return undefined;
  const locale = context['locale'];
  if (locale === undefined || locale === null) return english;
  if (!isRecord(locale)) return undefined;
  const { decimal_point: decimalPoint, thousands_sep: groupSign, date: dateFormat } = locale;
  if (typeof decimalPoint !== 'string' || typeof groupSign !== 'string' || typeof dateFormat !== 'string') {
    return undefined;
  }
  return { decimalPoint, groupSign, dateFormat };
}

/** `1.220,00` as `1220.00`; `undefined` where the text is no number as this locale writes it. */
export function localNumber(text: string, { decimalPoint, groupSign }: TrytonLocale): string | undefined {
  const plain = text.replaceAll(/[\u00a0\u202f]/g, ' ').trim();
  const [, sign = '', digits = ''] = /^([-\u2212]?)(.*)$/.exec(plain) ?? [];
  const parts = digits.split(decimalPoint);
  const [whole = '', fraction] = parts;
  if (parts.length > 2 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const groupTexts = groupSign === '' ? [whole] : whole.split(groupSign.replaceAll(/[\u00a0\u202f]/g, ' '));
  const grouped = groupTexts.every((group, nth) => (nth === 0 ? /^\d+$/ : /^\d{2,3}$/).test(group));
  if (!grouped || (groupTexts.length > 1 && groupTexts.at(-1)?.length !== 3)) return undefined;
  return `${sign === '' ? '' : '-'}${groupTexts.join('')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** `27.12.2017` as `2017-12-27`; `undefined` where the text is no day as this locale writes it. */
export function localDate(text: string, { dateFormat }: TrytonLocale): string | undefined {
  const order: readonly string[] = dateFormat.match(/%[dmY]/g) ?? [];
  if (order.toSorted().join('') !== '%Y%d%m') return undefined;
  const shape = dateFormat
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replaceAll(/%[dm]/g, '(\\d{1,2})')
    .replaceAll('%Y', '(\\d{4})');
  const found = new RegExp(`^${shape}$`).exec(text.trim());
  if (found === null) return undefined;
  const part = (token: string) => Number(found[order.indexOf(token) + 1]);
  return dayOf(part('%Y'), part('%m'), part('%d'));
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
