export type Locale = 'en' | 'de' | 'fr' | 'da' | 'in';

const signs: Readonly<Record<Locale, { readonly group: string; readonly decimal: string }>> = {
  en: { group: ',', decimal: '.' },
  de: { group: '.', decimal: ',' },
  fr: { group: '\u202f', decimal: ',' },
  da: { group: '.', decimal: ',' },
  in: { group: ',', decimal: '.' },
};

/** Currencies as the pages write them. */
const written: Readonly<Record<string, string>> = { EUR: '€', USD: '$', INR: '₹', DKK: 'kr.' };

/** Decimal text of an amount in minor units: what is to be read of it. */
export function decimalOf(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

/** `15.250,50 €`, `€15,250.50`, `₹ 25,00,000.00`: as users of that language see it. */
export function money(minor: number, currency: string, locale: Locale): string {
  const text = figures(minor, locale);
  const sign = written[currency] ?? currency;
  if (locale === 'en') return `${sign}${text}`;
  return locale === 'in' ? `${sign} ${text}` : `${text}\u00a0${sign}`;
}

/** The figures alone. */
export function figures(minor: number, locale: Locale): string {
  const { group, decimal } = signs[locale];
  const [whole = '', fraction = ''] = decimalOf(minor).split('.');
  const grouped =
    locale === 'in'
      ? whole.replace(/\B(?=(?:\d\d)*\d{3}$)/g, group)
      : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${grouped}${decimal}${fraction}`;
}

/** What is to be read of {@link money}: a sign that several currencies share stays a sign. */
export function amountOf(minor: number | null, currency: string): unknown {
  if (minor === null) return null;
  const decimal = decimalOf(minor);
  return currency === 'DKK'
    ? { decimal, symbol: 'kr.' }
    : currency === 'USD'
      ? { decimal, symbol: '$' }
      : { decimal, currency };
}

/** `3/25/2027`, `25.03.2027`, `25/03/2027`. */
export function day(on: string, locale: Locale): string {
  const [year = '', month = '', date = ''] = on.split('-');
  if (locale === 'en') return `${Number(month)}/${Number(date)}/${year}`;
  return [date, month, year].join(locale === 'fr' || locale === 'in' ? '/' : '.');
}
