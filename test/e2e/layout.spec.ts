import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sampleCrm } from './sample-crm';

/** Cells whose text reaches beyond them, into the next; those that end in an ellipsis on purpose do not. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('table td, table th')].flatMap((cell) => {
      const isClipped = getComputedStyle(cell).overflowX !== 'visible';
      return !isClipped && cell.scrollWidth > cell.clientWidth + 1 ? [cell.textContent ?? ''] : [];
    }),
  );

/** How many pixels the page can be moved sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const locale of ['en', 'da'] as const) {
  test(`every figure keeps its room, beside an open deal and on narrow pages (${locale})`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale });
    const page = await stafet.context.newPage();
    const crm = sampleCrm(page, demo.url);
    for (const view of ['open', 'won'] as const) {
      await crm.openList(view);
      await expect
        .poll(async () => (await stafet.table('deals')).length)
        .toBeGreaterThanOrEqual(view === 'open' ? 25 : 50);
    }
    const deals = await stafet.open('dashboard.html#/deals');
    const rows = deals.locator('[data-testid="deals"] tbody tr');
    await expect(rows).toHaveCount(50);
    expect(await overflowing(deals)).toEqual([]);
    await rows.first().getByRole('link').click();
    for (const width of [1280, 1120]) {
      await deals.setViewportSize({ width, height: 800 });
      expect(await overflowing(deals), `beside the drawer, at ${width}`).toEqual([]);
    }
    const settings = await stafet.open('dashboard.html#/settings');
    await expect(settings.getByTestId('sites').getByRole('row')).toHaveCount(2);
    const coverage = await stafet.open('dashboard.html#/coverage');
    await expect(coverage.getByTestId('coverage-table')).toBeVisible();
    for (const width of [480, 360, 320]) {
      for (const surface of [deals, settings, coverage]) {
        await surface.setViewportSize({ width, height: 700 });
        // The chart follows a frame or two later.
        await surface.bringToFront();
        await expect.poll(() => sideways(surface), `${surface.url()} at ${width}`).toBe(0);
      }
    }
  });
}
