import { findAxeViolations, findAxeViolationsInAllLooks } from './axe';
import { expect, test } from './fixtures';
import { readLists } from './sample-crm';
import { part } from './surfaces';

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`a target set in the popup has its coverage on the dashboard (${locale}, ${colorScheme})`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale, colorScheme });
    const page = await stafet.context.newPage();
    await readLists(stafet, page, demo.url);

    const popup = await stafet.openPopup(page);
    await popup.setViewportSize({ width: 380, height: 580 });
    await popup.getByTestId('target-entry').fill('1.250');
    await popup.getByTestId('target-save').click();
    await expect(popup.locator('[role="alert"]')).toBeVisible({ visible: locale === 'en' });
    if (locale === 'en') await popup.getByTestId('target-entry').fill('5,000,000');
    else {
      await popup.getByTestId('target-change').click();
      await popup.getByTestId('target-entry').fill('5.000.000');
    }
    await popup.getByTestId('target-save').click();
    await expect(part(popup, 'target')).toContainText('5');
    await expect(part(popup, 'gap')).toBeVisible();
    await expect(part(popup, 'coverage')).toContainText('×');
    expect(await findAxeViolations(popup)).toEqual([]);
    await popup.screenshot({ path: test.info().outputPath('popup.png') });
    const gap = Number(await part(popup, 'gap').getAttribute('data-minor'));

    const dashboard = await stafet.open('dashboard.html#/coverage');
    const line = dashboard.locator('[data-testid="coverage-table"] tr[data-scope="all"]');
    await expect(line).toBeVisible();
    const shown = (await line.getByTestId('row-gap').textContent()) ?? '';
    expect(Number(shown.replaceAll(/\D/g, ''))).toBe(Math.round(gap / 100));
    await expect(dashboard.getByTestId('waterfall-sum').first()).toBeVisible();
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await dashboard.screenshot({ path: test.info().outputPath('coverage.png'), fullPage: true });

    // By keyboard: a reason opens to its deals, and a deal to its drawer.
    const reason = dashboard.locator('tr[data-reason] button').first();
    await reason.focus();
    await dashboard.keyboard.press('Enter');
    await expect(reason).toHaveAttribute('aria-expanded', 'true');
    await dashboard.keyboard.press('Tab');
    await dashboard.keyboard.press('Enter');
    await expect(part(dashboard, 'view-deals')).toBeVisible();
  });
}
