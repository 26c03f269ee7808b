import { browser } from 'wxt/browser';
import { displayLocale } from '../i18n/display-locale';
import { formatMoneyCompact } from '../i18n/format';
import { formatBadge } from '../i18n/format-badge';
import { t } from '../i18n/i18n';
import { logFault } from '../log';
import type { Glance } from '../pipeline/glance';

const quietMs = 400;

/**
 * The toolbar's badge: what is won this period, in four characters, and in words on hover. Empty while nothing is
 * stored. Several writes in a row are one refresh.
 */
export function createBadge(glance: () => Promise<Glance>): { refresh: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function paint(): Promise<void> {
    const { deals, won, open } = await glance();
    const locale = displayLocale(browser.i18n.getUILanguage());
    const empty = deals === 0;
    await browser.action.setBadgeText({ text: empty ? '' : formatBadge(won.minor, won.currency, locale) });
    await browser.action.setBadgeBackgroundColor({ color: '#3a4fc4' });
    await browser.action.setTitle({ title: empty ? t('extensionName') : titleOf(won, open, locale) });
  }

  return {
    refresh() {
      clearTimeout(timer);
      timer = setTimeout(() => void paint().catch((error: unknown) => logFault('badge', error)), quietMs);
    },
  };
}

function titleOf(won: Glance['won'], open: Glance['open'], locale: string): string {
  return t('worker.badgeTitle', [formatMoneyCompact(won, locale), formatMoneyCompact(open, locale)]);
}
