import { browser } from 'wxt/browser';
import { displayLocale } from '../i18n/display-locale';
import { formatMoneyCompact, formatPercent } from '../i18n/format';
import { formatBadge } from '../i18n/format-badge';
import { plainMessage } from '../i18n/plain-message';
import type { ForecastGlance } from '../pipeline/forecast-glance';
import type { Glance, MoneySum } from '../pipeline/glance';
import { isOfGlance } from '../pipeline/is-of-glance';
import { isUnknownSum } from '../pipeline/is-unknown-sum';
import { held as heldBy, heldForecastName } from '../store/held';

/**
 * The toolbar's badge, in four characters, and in words on hover: the share of the target that lands (P50), by the
 * day's last forecast; without a target, or before a forecast of the day, what is won this period. Empty while nothing
 * is stored.
 */
export async function paintBadge(glance: Glance): Promise<void> {
  const locale = displayLocale(browser.i18n.getUILanguage());
  const empty = glance.deals === 0;
  const held = await heldBy<ForecastGlance>(heldForecastName);
  const landing = held && landingOf(held, glance, locale);
  await browser.action.setBadgeText({ text: empty ? '' : (landing?.text ?? wonText(glance.won, locale)) });
  await browser.action.setBadgeBackgroundColor({ color: '#3a4fc4' });
  const title = titleOf(glance, locale);
  await browser.action.setTitle({
    title: empty
      ? plainMessage('extensionName')
      : landing === undefined
        ? title
        : plainMessage('worker.badgeLanding', [title, ...landing.words]),
  });
}

/** @returns `undefined` where the forecast speaks of something else, or claims nothing. */
function landingOf(held: ForecastGlance, glance: Glance, locale: string) {
  const { basis, landing, targetMinor, currency, madeAt } = held;
  const { p50, pHit, isTwoOutcomes } = landing;
  if (basis.kind !== 'measured' || isTwoOutcomes || !targetMinor || pHit === undefined) return undefined;
  if (!isOfGlance(held, glance)) return undefined;
  return {
    text: formatPercent(Math.min(p50 / targetMinor, 9.99), locale).replaceAll(/\s/g, ''),
    words: [
      formatMoneyCompact({ minor: p50, currency }, locale),
      formatPercent(pHit, locale),
      new Date(madeAt).toLocaleTimeString(locale, { timeStyle: 'short' }),
    ],
  };
}

function wonText(won: MoneySum, locale: string): string {
  return isUnknownSum(won) ? '–' : formatBadge(won.minor, won.currency, locale);
}

function titleOf({ won, open }: Glance, locale: string): string {
  return plainMessage('worker.badgeTitle', [wordsOf(won, locale), wordsOf(open, locale)]);
}

function wordsOf(sum: MoneySum, locale: string): string {
  return isUnknownSum(sum) ? '–' : formatMoneyCompact(sum, locale);
}
