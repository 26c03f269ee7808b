let codes: ReadonlySet<string> | undefined;

/**
 * Whether three capitals are an ISO 4217 code that the platform knows.
 *
 * @example isCurrencyCode('DKK') // true
 * @example isCurrencyCode('ROI') // false
 */
export function isCurrencyCode(text: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(text);
}
