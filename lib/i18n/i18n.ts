import { createI18n } from '@wxt-dev/i18n';
import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '../../.wxt/i18n/structure';

// What `#i18n` holds, made here so that it needs no path alias under Vitest or tsc.
const i18n = createI18n<GeneratedI18nStructure>();

/** The message of that key in the browser's language: `t('popup.won')`, `t('popup.deals', 3, { count: '3' })`. */
export const t = ((...words: Parameters<typeof i18n.t>) => {
  try {
    return i18n.t(...words);
  } catch (error) {
    // An extension that has been updated or removed answers its old scripts no more. They are about to leave the page,
    // and must not fill its console until then.
    if (browser.runtime?.id !== undefined) throw error;
    return '';
  }
  // Its overloads cannot be written down again for a function around it.
}) as typeof i18n.t;

/** Key of a message. */
export type MessageKey = keyof GeneratedI18nStructure;
