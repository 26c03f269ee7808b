import { browser } from 'wxt/browser';
import { displayLocale } from '../i18n/display-locale';
import { formatMoneyCompact } from '../i18n/format';
import { formatBadge } from '../i18n/format-badge';
import { t } from '../i18n/i18n';
import type { Glance } from '../pipeline/glance';

/** The toolbar's badge: what is won this period, in four characters, and in words on hover. Empty while nothing is stored. */
export async function paintBadge({ deals, won, open }: Glance): Promise<void> {
  const locale = displayLocale(browser.i18n.getUILanguage());
  const empty = deals === 0;
  await browser.action.setBadgeText({ text: empty ? '' : formatBadge(won.minor, won.currency, locale) });
  await browser.action.setBadgeBackgroundColor({ color: '#3a4fc4' });
  await browser.action.setTitle({ title: empty ? t('extensionName') : titleOf(won, open, locale) });
}

function titleOf(won: Glance['won'], open: Glance['open'], locale: string): string {
  return t('worker.badgeTitle', [formatMoneyCompact(won, locale), formatMoneyCompact(open, locale)]);
}
