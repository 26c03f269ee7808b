/** Signs that belong to one currency alone, and its ISO 4217 code. */
export const codeOfSign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  Euro: 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  '£GB': 'GBP',
  'E£': 'EGP',
  '£E': 'EGP',
  'EG£': 'EGP',
  '₹': 'INR',
  zł: 'PLN',
  Kč: 'CZK',
  '₪': 'ILS',
  '₩': 'KRW',
  '₺': 'TRY',
  TL: 'TRY',
  '₴': 'UAH',
  '₫': 'VND',
  '₱': 'PHP',
  '₦': 'NGN',
  '₽': 'RUB',
  '฿': 'THB',
  Ft: 'HUF',
  лв: 'BGN',
  RM: 'MYR',
  Rp: 'IDR',
  'S/': 'PEN',
  Ksh: 'KES',
  'CN¥': 'CNY',
  元: 'CNY',
  'JP¥': 'JPY',
  円: 'JPY',
  SFr: 'CHF',
  Dkr: 'DKK',
  Nkr: 'NOK',
  Skr: 'SEK',
  Ikr: 'ISK',
};

/** What is written for a country beside its dollar sign where that is not the beginning of the code (`A$`, `NT$`). */
export const countryOfDollar: Readonly<Record<string, string>> = { A: 'AU', S: 'SG', R: 'BR', NT: 'TW' };

/** Signs that several currencies share, and the codes that they may stand for. */
export const codesOfSharedSign: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD HKD SGD MXN TWD BRL ARS CLP COP UYU',
  C$: 'CAD NIO',
  kr: 'DKK SEK NOK ISK',
  '¥': 'JPY CNY',
  Fr: 'CHF XAF XOF XPF',
  Rs: 'INR PKR LKR NPR MUR',
  R: 'ZAR',
  lei: 'RON MDL',
};
