import { findAxeViolations } from './axe';
import { expect, test } from './fixtures';
import { sampleCrm } from './sample-crm';

for (const locale of ['en', 'da'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`popup, deals and settings are accessible in ${locale}, ${colorScheme}`, async ({
      demo,
      launchWithExtension,
    }) => {
      const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale, colorScheme });
      const page = await stafet.context.newPage();
      await sampleCrm(page, demo.url).openList('open');
      await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);

      const popup = await stafet.openPopup(page);
      await popup.setViewportSize({ width: 380, height: 580 });
      await expect(popup.getByTestId('open')).toBeVisible();
      await expect(popup.locator('html')).toHaveAttribute('lang', locale);
      expect(await findAxeViolations(popup)).toEqual([]);
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
      await popup.screenshot({ path: test.info().outputPath('popup.png') });

      const dashboard = await stafet.open('dashboard.html#/deals?outcome=open');
      await expect(dashboard.getByTestId('view-deals')).toBeVisible();
      await expect(dashboard.locator('tr[data-deal]').first()).toBeVisible();
      expect(await findAxeViolations(dashboard)).toEqual([]);
      await dashboard.screenshot({ path: test.info().outputPath('deals.png') });

      const settings = await stafet.open('dashboard.html#/settings');
      await expect(settings.getByTestId('view-settings')).toBeVisible();
      expect(await findAxeViolations(settings)).toEqual([]);
      await settings.screenshot({ path: test.info().outputPath('settings.png'), fullPage: true });
    });
  }
}
