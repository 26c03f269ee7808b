/** Every ISO 4217 code that the browser knows, with its name: `DKK, Danish Krone`. */
export function currencyOptions(locale: string): readonly { readonly code: string; readonly text: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' });
  return Intl.supportedValuesOf('currency').map((code) => {
    const name = names.of(code);
    return { code, text: name === undefined ? code : `${code}, ${name}` };
  });
}
