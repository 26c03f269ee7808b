const translated: readonly string[] = ['en', 'da'];

/**
 * The locale in which numbers and dates are written: the browser's own where its language is translated, else English,
 * so that one sentence never mixes two languages. `displayLocale('da-DK')` is `'da-DK'`, `displayLocale('fr')` is `'en'`.
 */
export function displayLocale(uiLanguage: string): string {
  const language = uiLanguage.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return translated.includes(language) ? uiLanguage.replace('_', '-') : 'en';
}
