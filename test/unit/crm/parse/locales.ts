/** The locales that parsers are tried with. */
export const locales: readonly string[] = [
  'en-US',
  'en-GB',
  'en-IN',
  'de-DE',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'da-DK',
  'es-ES',
  'es-MX',
  'pt-BR',
  'pt-PT',
  'nl-NL',
  'it-IT',
  'sv-SE',
  'nb-NO',
  'fi-FI',
  'pl-PL',
  'ja-JP',
];

/** Those of the nine languages that pages are read in. */
export const readLocales: readonly string[] = [
  'en-US',
  'en-GB',
  'en-IN',
  'da-DK',
  'de-DE',
  'de-CH',
  'fr-FR',
  'es-ES',
  'sv-SE',
  'nl-NL',
  'it-IT',
  'pt-BR',
];
