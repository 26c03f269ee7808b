import { browser } from 'wxt/browser';
import type { MessageKey } from './i18n';

/**
 * A message without a plural or named values, from the browser itself: for the service worker, which is loaded anew for
 * every message and of which the library behind `t` would be a hundredth.
 */
export function plainMessage(
  key: Extract<MessageKey, 'extensionName' | 'worker.badgeTitle' | 'worker.badgeLanding'>,
  words: string[] = [],
): string {
  // In the browser's own files the parts of a key are parted otherwise; its type knows the predefined ones alone.
  const name = key.replace('.', '_') as Parameters<typeof browser.i18n.getMessage>[0];
  return browser.i18n.getMessage(name, words);
}
