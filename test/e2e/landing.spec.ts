import type { FrozenForecast } from '../../lib/forecast/record/frozen-forecast';
import { findAxeViolations } from './axe';
import { expect, test } from './fixtures';
import { readLists } from './sample-crm';
import { part } from './surfaces';

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`the popup shows the landing, its chance and the pipeline needed, and the badge follows (${locale}, ${colorScheme})`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale, colorScheme });
    const page = await stafet.context.newPage();
    await readLists(stafet, page, demo.url);

    const popup = await stafet.openPopup(page);
    await popup.setViewportSize({ width: 380, height: 580 });
    const landing = part(popup, 'landing');
    await expect(landing).toHaveAttribute('data-basis', 'measured', { timeout: 30_000 });
    await expect(part(popup, 'chance')).not.toHaveAttribute('data-chance');
    expect(await stafet.badge()).not.toContain('%');

    await popup.getByTestId('target-entry').fill('5000000');
    await popup.getByTestId('target-save').click();
    // Another target is another question: it is learned anew, and then the badge says what share of it lands.
    await expect(part(popup, 'chance')).toHaveAttribute('data-chance', /\d/, { timeout: 30_000 });
    const p50 = Number(await landing.getAttribute('data-p50'));
    await expect.poll(stafet.badge).toBe(`${Math.round(p50 / 5_000_000)}%`);
    expect(await popup.evaluate(() => chrome.action.getTitle({}))).toContain(
      locale === 'en' ? 'chance of the target' : 'chance for målet',
    );
    expect(await findAxeViolations(popup)).toEqual([]);
    await popup.screenshot({ path: test.info().outputPath('popup.png') });

    // The next popup paints it at once, and a dashboard has the same figures.
    await popup.reload();
    await expect(landing).toHaveAttribute('data-p50', String(p50));
    const dashboard = await stafet.open('dashboard.html#/forecast');
    await expect(part(dashboard, 'landing')).toBeVisible({ timeout: 30_000 });
    await expect
      .poll(async () => Math.round(Number(await part(dashboard, 'landing').getAttribute('data-p50'))))
      .toBe(p50);

    // What the day's forecast was is kept: of this period and the next, once, whatever was asked later that day.
    const frozen = () => stafet.table<FrozenForecast>('snapshots');
    await expect.poll(async () => (await frozen()).length).toBe(2);
    const [first] = await frozen();
    expect(first).toMatchObject({ scope: 'all', madeBy: 'frozen', targetMinor: null, pHit: null });
    expect(first?.p50).toBe(p50);
  });
}
