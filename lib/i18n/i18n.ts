import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '../../.wxt/i18n/structure';

// What `#i18n` holds, made here so that it needs no path alias under Vitest or tsc.
/** The message of that key in the browser's language: `t('popup.won')`, `t('popup.deals', 3, { count: '3' })`. */
export const { t } = createI18n<GeneratedI18nStructure>();

/** Key of a message. */
export type MessageKey = keyof GeneratedI18nStructure;
