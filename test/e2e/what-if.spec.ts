import 'temporal-polyfill/global';
import type { Page } from '@playwright/test';
import { dayNumber } from '../../lib/calendar/day-number';
import { fiscalPeriod } from '../../lib/calendar/fiscal-period';
import { nextPeriod } from '../../lib/calendar/next-period';
import { restOfDay } from '../../lib/calendar/rest-of-day';
import type { Deal } from '../../lib/deal/deal';
import { defaultSettings } from '../../lib/deal/settings';
import { bookInMaking } from '../../lib/forecast/book-in-making';
import { dealInputOf } from '../../lib/forecast/deal-input-of';
import { recurringDesk } from '../../lib/forecast/recurring/recurring-desk';
import { recurringInMaking } from '../../lib/forecast/recurring/recurring-in-making';
import { reportOfBook } from '../../lib/forecast/report-of-book';
import { NO_WHAT_IF } from '../../lib/forecast/what-if/no-what-if';
import type { WhatIf } from '../../lib/forecast/what-if/what-if';
import { whatIfDesk } from '../../lib/forecast/what-if/what-if-desk';
import { converter } from '../../lib/pipeline/converter';
import { aBackup } from './a-backup';
import { findAxeViolations, findAxeViolationsInAllLooks } from './axe';
import { expect, test } from './fixtures';
import { part } from './surfaces';

/** What the pure core says of the stored deals in this hour. */
function coreOf(deals: readonly Deal[], { today, zone }: { readonly today: string; readonly zone: string }) {
  const rest = restOfDay(today, { at: new Date().toISOString(), zone });
  const period = fiscalPeriod(today, defaultSettings.fiscal);
  const periods = [
    { ...period, target: 16_500_000 },
    { ...nextPeriod(period, defaultSettings.fiscal), target: null },
  ];
  const convert = converter([], 'EUR');
  const book = bookInMaking({ asOf: (dayNumber(today) ?? 0) + 1, dataStart: undefined, stages: [] });
  const recurring = recurringInMaking({ today, convert });
  const renewals = new Set<string>();
  for (const deal of deals) {
    const input = dealInputOf(deal, [], { today, periodStart: period.start, convert });
    if (typeof input === 'string') throw new Error(input);
    book.add(input);
    recurring.add(deal);
    if (deal.outcome === 'open' && deal.kind === 'renewal') renewals.add(deal.key);
  }
  const read = deals.filter(({ outcome }) => outcome === 'open').length;
  const found = recurring.result();
  return whatIfDesk({
    // Nobody states how many open deals there are.
    found: reportOfBook(book.result(), { periods, rest, sight: { read, total: null } }).learned,
    renewals,
    recurring: found && recurringDesk(found, { today, periods }),
  });
}

/** Node and the browser are not of one mind about the last digits of a logarithm. */
function rounded(all: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, Number(value.toPrecision(9))]));
}

/** A column of the table of figures: 1 as forecast, 2 as supposed. */
async function figures(dashboard: Page, column: 1 | 2): Promise<Record<string, number>> {
  const rows = await dashboard.locator('[data-testid="what-if-landing"] tbody tr').all();
  const read = rows.map(async (row) => [
    await row.getAttribute('data-figure'),
    Number(
      await row
        .locator('td')
        .nth(column - 1)
        .getAttribute('data-value'),
    ),
  ]);
  return rounded(Object.fromEntries(await Promise.all(read)) as Record<string, number>);
}

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`suppositions change the landing by what the core says, and nothing else (${locale}, ${colorScheme})`, async ({
    launchWithExtension,
  }) => {
    test.setTimeout(120_000);
    const stafet = await launchWithExtension({ locale, colorScheme });
    const settings = await stafet.open('dashboard.html#/settings');
    const today = await settings.evaluate(() => Temporal.Now.plainDateISO().toString());
    const text = aBackup(today, fiscalPeriod(today, defaultSettings.fiscal));
    await settings
      .getByTestId('import')
      .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(settings.getByTestId('import-done')).toBeVisible({ timeout: 30_000 });
    const stored = await stafet.table<Deal>('deals');
    const zone = await settings.evaluate(() => Temporal.Now.timeZoneId());
    const expected = (whatIf: WhatIf) => {
      const answer = coreOf(stored, { today, zone }).answer({ nth: 0, whatIf, shown: [] });
      if (answer === undefined) throw new Error('the period is over');
      const { p10, p50, p90, mean, pHit } = answer.forecast;
      const ahead = answer.recurring?.kind === 'expected' ? answer.recurring.end : NaN;
      return rounded({ p10, p50, p90, mean, pHit: pHit ?? NaN, recurring: ahead });
    };

    const dashboard = await stafet.open('dashboard.html#/forecast');
    await expect(part(dashboard, 'landing')).toBeVisible({ timeout: 30_000 });
    const landing = await part(dashboard, 'landing').getAttribute('data-p50');
    await dashboard.getByTestId('what-if-open').focus();
    await dashboard.keyboard.press('Enter');
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(NO_WHAT_IF));
    expect(await figures(dashboard, 1)).toEqual(expected(NO_WHAT_IF));
    await expect(dashboard.getByTestId('what-if-reset')).toBeDisabled();

    // By keyboard: four steps of five percent, and a deal that is taken as won.
    await dashboard.getByTestId('what-if-winRate').focus();
    for (let step = 0; step < 4; step += 1) await dashboard.keyboard.press('ArrowRight');
    await expect(dashboard.getByTestId('what-if-winRate')).toHaveAttribute('aria-valuetext', /^\+20\s?%$/);
    const faster: WhatIf = { ...NO_WHAT_IF, winRate: 1.2 };
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(faster));
    const row = dashboard.locator('[data-testid="what-if-deals"] tbody tr').first();
    const key = (await row.getAttribute('data-deal')) ?? '';
    await row.getByTestId('what-if-fate').selectOption('won');
    const won: WhatIf = { ...faster, deals: new Map([[key, { fate: 'won' }]]) };
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(won));
    expect(await figures(dashboard, 1)).toEqual(expected(NO_WHAT_IF));
    await expect(row).toHaveAttribute('data-chance', '1');

    // Another price, and a deal that a search finds, lost and then moved out of the period.
    await row.getByTestId('what-if-price').fill(locale === 'en' ? '12,345.50' : '12.345,50');
    await dashboard.keyboard.press('Enter');
    const priced: WhatIf = { ...faster, deals: new Map([[key, { fate: 'won', value: 1_234_550 }]]) };
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(priced));
    await row.getByTestId('what-if-price').fill('12.345');
    await dashboard.keyboard.press('Enter');
    await expect(row.locator('[role="alert"]')).toBeVisible({ visible: locale === 'en' });
    await row.getByTestId('what-if-price').fill('');
    await dashboard.keyboard.press('Enter');
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(won));
    const open = (await stafet.table<Deal>('deals')).filter(({ outcome }) => outcome === 'open');
    const other = open.find((deal) => deal.key !== key && !deal.name?.includes('renewal'));
    await dashboard.getByTestId('what-if-search').fill(other?.name ?? '');
    const found = dashboard.locator(`[data-testid="what-if-deals"] tr[data-deal="${other?.key}"]`);
    await found.getByTestId('what-if-fate').selectOption('lost');
    const lost = { ...won, deals: new Map([...won.deals, [other?.key ?? '', { fate: 'lost' }]]) } as WhatIf;
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(lost));
    await found.getByTestId('what-if-fate').selectOption('moved');
    await expect(found.getByTestId('what-if-date')).toHaveValue(
      fiscalPeriod(today, defaultSettings.fiscal).end,
    );
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(lost));
    await dashboard.getByTestId('what-if-search').fill('');
    await dashboard.getByTestId('what-if-churn').fill('150');
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected({ ...lost, churn: 1.5 }));
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    for (const [width, name] of [
      [1280, 'wide'],
      [560, 'narrow'],
    ] as const) {
      await dashboard.setViewportSize({ width, height: 900 });
      // A chart takes its new width a moment later.
      await expect
        .poll(() => dashboard.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
      await dashboard.screenshot({ path: test.info().outputPath(`what-if-${name}.png`), fullPage: true });
    }

    // The forecast itself, and the store, are as they were.
    expect(await part(dashboard, 'landing').getAttribute('data-p50')).toBe(landing);
    expect(await stafet.table('judgements')).toEqual([]);
    await dashboard.getByTestId('what-if-reset').click();
    await expect.poll(() => figures(dashboard, 2)).toEqual(expected(NO_WHAT_IF));

    // Recurring revenue, and the deals behind a flow.
    const flows = dashboard.getByTestId('recurring-flows');
    const minor = async (flow: string) =>
      Number(await flows.locator(`tr[data-flow="${flow}"]`).getAttribute('data-minor'));
    const [start, fresh, more, less, gone, end] = await Promise.all(
      ['start', 'new', 'expansion', 'contraction', 'churned', 'end'].map(minor),
    );
    expect((start ?? 0) + (fresh ?? 0) + (more ?? 0) - (less ?? 0) - (gone ?? 0)).toBe(end);
    expect(Number(await dashboard.getByTestId('arr').getAttribute('data-minor'))).toBe(end);
    await expect(dashboard.getByTestId('nrr')).toHaveAttribute('data-n', /^\d{2}$/);
    const button = flows.locator('tr[data-flow="new"] button');
    await button.focus();
    await dashboard.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    const behind = await flows.locator('li span:last-child').allTextContents();
    const sum = behind.reduce((all, one) => all + Number(one.replaceAll(/\D/g, '')), 0);
    expect(Math.abs(sum - (fresh ?? 0) / 100)).toBeLessThanOrEqual(behind.length);
    expect(await findAxeViolations(dashboard)).toEqual([]);
  });
}
