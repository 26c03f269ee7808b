import { browser } from 'wxt/browser';
import { displayLocale } from '../i18n/display-locale';
import { formatMoneyCompact } from '../i18n/format';
import { formatBadge } from '../i18n/format-badge';
import { plainMessage } from '../i18n/plain-message';
import type { Glance, MoneySum } from '../pipeline/glance';
import { isUnknownSum } from '../pipeline/is-unknown-sum';

/** The toolbar's badge: what is won this period, in four characters, and in words on hover. Empty while nothing is stored. */
export async function paintBadge({ deals, won, open }: Glance): Promise<void> {
  const locale = displayLocale(browser.i18n.getUILanguage());
  const empty = deals === 0;
  await browser.action.setBadgeText({ text: empty ? '' : badgeOf(won, locale) });
  await browser.action.setBadgeBackgroundColor({ color: '#3a4fc4' });
  await browser.action.setTitle({
    title: empty ? plainMessage('extensionName') : titleOf(won, open, locale),
  });
}

function badgeOf(won: MoneySum, locale: string): string {
  return isUnknownSum(won) ? '–' : formatBadge(won.minor, won.currency, locale);
}

function titleOf(won: MoneySum, open: MoneySum, locale: string): string {
  return plainMessage('worker.badgeTitle', [wordsOf(won, locale), wordsOf(open, locale)]);
}

function wordsOf(sum: MoneySum, locale: string): string {
  return isUnknownSum(sum) ? '–' : formatMoneyCompact(sum, locale);
}
