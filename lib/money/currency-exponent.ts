const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/**
 * Decimal places between a currency's unit and its minor unit, as ISO 4217 lists them; 2 for every code not listed
 * and where the currency is unknown (amounts are then kept in hundredths).
 * `Intl` is not asked: its own digits follow custom rather than ISO (no decimals for IQD) and change with the browser.
 *
 * @example currencyExponent('JPY') // 0
 * @example currencyExponent(undefined) // 2
 */
export function currencyExponent(currency: string | null | undefined): number {
  if (currency === null || currency === undefined) return 2;
  return Object.hasOwn(exponents, currency) ? (exponents[currency] ?? 2) : 2;
}
