import { findAxeViolations } from './axe';
import { expect, test } from './fixtures';
import { readLists } from './sample-crm';
import { part } from './surfaces';

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['da', 'light'],
  ['da', 'dark'],
] as const) {
  test(`the forecast view learns from what was read, in a worker (${locale}, ${colorScheme})`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale, colorScheme });
    const page = await stafet.context.newPage();
    const dashboard = await stafet.open('dashboard.html#/forecast');
    await expect(dashboard.getByTestId('view-forecast')).toBeVisible();
    await expect(part(dashboard, 'landing')).toHaveCount(0);
    await readLists(stafet, page, demo.url);
    await dashboard.bringToFront();
    await expect(part(dashboard, 'landing')).toBeVisible({ timeout: 30_000 });
    const popup = await stafet.openPopup(page);
    const won = await part(popup, 'won').getAttribute('data-minor');
    await popup.close();
    await dashboard.bringToFront();
    await expect(part(dashboard, 'won')).toHaveAttribute('data-minor', String(won), { timeout: 30_000 });
    const [p10, p50, p90] = await Promise.all(
      ['p10', 'p50', 'p90'].map(async (name) =>
        Number(await part(dashboard, 'landing').getAttribute(`data-${name}`)),
      ),
    );
    expect(Number(won)).toBeLessThanOrEqual(Number(p10));
    expect(Number(p10)).toBeLessThanOrEqual(Number(p50));
    expect(Number(p50)).toBeLessThan(Number(p90));
    await expect(dashboard.locator('[data-testid="landing-chart"] canvas')).toBeVisible();
    expect(await findAxeViolations(dashboard)).toEqual([]);
    expect(await dashboard.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await dashboard.screenshot({ path: test.info().outputPath('forecast.png'), fullPage: true });

    // By keyboard: why a deal has its chance, the table in the chart's place, and from a deal to its drawer.
    const why = dashboard.locator('[data-testid="deal-odds"] tbody button').first();
    await why.focus();
    await dashboard.keyboard.press('Enter');
    await expect(why).toHaveAttribute('aria-expanded', 'true');
    const asTable = dashboard.locator('[data-testid="landing-chart"] button').last();
    await asTable.focus();
    await dashboard.keyboard.press('Enter');
    await expect(dashboard.getByTestId('landing-table')).toBeVisible();
    expect(await findAxeViolations(dashboard)).toEqual([]);
    await dashboard.screenshot({ path: test.info().outputPath('forecast-open.png'), fullPage: true });
    await dashboard.locator('[data-testid="deal-odds"] tbody a').first().focus();
    await dashboard.keyboard.press('Enter');
    await expect(part(dashboard, 'view-deals')).toBeVisible();
  });
}
