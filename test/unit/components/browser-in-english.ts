import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

/**
 * A browser that knows nothing but the messages. Import it before anything that imports `lib/i18n/i18n`: the wrapper
 * looks for the browser as it is loaded.
 */
const load = async (locale: string) =>
  generateChromeMessages(
    await parseMessagesFile(resolve(import.meta.dirname, `../../../lib/i18n/locales/${locale}.yml`)),
  );

const messages = { en: await load('en'), da: await load('da') };
let language: keyof typeof messages = 'en';

const browser = {
  runtime: { id: 'test' },
  i18n: {
    getUILanguage: () => language,
    getMessage: (key: string, values: readonly string[] = []) =>
      values.reduce(
        (text, value, index) => text.replaceAll(`$${index + 1}`, value),
        messages[language][key]?.message ?? '',
      ),
  },
};

Object.assign(globalThis, { browser, chrome: browser, IS_REACT_ACT_ENVIRONMENT: true });

/** Switches the messages, for the tests of one language. */
export function speak(locale: keyof typeof messages): void {
  language = locale;
}
