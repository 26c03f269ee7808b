import 'temporal-polyfill/global';
import { fiscalPeriod } from '../../lib/calendar/fiscal-period';
import type { Deal } from '../../lib/deal/deal';
import { defaultSettings } from '../../lib/deal/settings';
import type { Target } from '../../lib/deal/target';
import type { FrozenForecast } from '../../lib/forecast/record/frozen-forecast';
import { aBackup } from './a-backup';
import { findAxeViolations, findAxeViolationsInAllLooks } from './axe';
import { expect, test } from './fixtures';
import { part } from './surfaces';

interface Tables {
  readonly deals: readonly Deal[];
  readonly targets: readonly Target[];
}

/** The backup with regions, which every fifth deal does not show, sources, and a target of one region. */
function inSegments(text: string): Tables {
  const { tables } = JSON.parse(text) as { readonly tables: Tables };
  const regions = ['Nordics', 'DACH: south', 'Benelux', 'DACH: south'];
  const deals = tables.deals.map((deal, nth): Deal => {
    const source = nth % 2 === 0 ? 'Fair' : 'Web';
    return nth % 5 === 4 ? { ...deal, source } : { ...deal, source, region: regions[nth % 5] ?? '' };
  });
  const own = tables.targets.map((target) => ({
    ...target,
    scope: 'region:DACH: south',
    amountMinor: 6_000_000,
  }));
  return { deals, targets: [...tables.targets, ...own] };
}

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`a segment has its coverage, its deals, its forecast and its track record (${locale}, ${colorScheme})`, async ({
    launchWithExtension,
  }) => {
    test.setTimeout(300_000);
    const stafet = await launchWithExtension({ locale, colorScheme });
    const settings = await stafet.open('dashboard.html#/settings');
    const today = await settings.evaluate(() => Temporal.Now.plainDateISO().toString());
    const period = fiscalPeriod(today, defaultSettings.fiscal);
    const tables = inSegments(aBackup(today, period));
    const text = JSON.stringify({ stafet: 1, tables });
    await settings
      .getByTestId('import')
      .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(settings.getByTestId('import-done')).toBeVisible({ timeout: 30_000 });
    await settings.close();
    const scope = 'region:DACH: south';
    const inside = tables.deals.filter(({ region }) => region === 'DACH: south');
    const sumOf = (deals: readonly Deal[]) =>
      deals.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
    const open = inside.filter(({ outcome }) => outcome === 'open');
    const won = inside.filter(
      ({ outcome, closedOn }) =>
        outcome === 'won' && closedOn && closedOn >= period.start && closedOn < period.end,
    );

    const dashboard = await stafet.open('dashboard.html#/coverage');
    const line = dashboard.locator(`[data-testid="coverage-table"] tr[data-scope="${scope}"]`);
    await expect(line).toBeVisible({ timeout: 30_000 });
    await expect(dashboard.getByTestId('segment-without')).toBeVisible();
    await line.locator('button').focus();
    await dashboard.keyboard.press('Enter');
    await expect(line.locator('button')).toHaveAttribute('aria-pressed', 'true');
    await expect(dashboard.locator('h1')).toContainText('DACH: south');
    const figures = await line.locator('td a').allTextContents();
    const digits = figures.map((figure) => Number(figure.replaceAll(/\D/g, '')));
    expect(digits.slice(0, 2)).toEqual([sumOf(won), sumOf(open)].map((minor) => Math.round(minor / 100)));
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await dashboard.emulateMedia({ colorScheme });
    for (const width of [1280, 420]) {
      await dashboard.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => dashboard.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
      await dashboard.screenshot({ path: test.info().outputPath(`coverage-${width}.png`) });
    }
    await dashboard.setViewportSize({ width: 1280, height: 900 });

    // From there one click leads to what the segment will land.
    await dashboard.getByTestId('segment-forecast').click();
    await expect(dashboard.getByTestId('scope')).toHaveValue(scope, { timeout: 30_000 });
    await dashboard.goBack();
    await line.locator('button').click();

    // Its open pipeline opens to exactly its deals.
    await line.locator('td a').nth(1).click();
    await expect(part(dashboard, 'view-deals')).toBeVisible();
    await expect(dashboard.getByTestId('list-sum')).toHaveAttribute('data-minor', String(sumOf(open)));
    await expect(dashboard.getByTestId('filter-scope')).toContainText('DACH: south');
    await expect(dashboard.getByTestId('error')).toHaveCount(0);
    await dashboard.screenshot({ path: test.info().outputPath('deals.png') });

    // The forecast of the segment is chosen on its view alone, stays there when it is loaded again, and is frozen.
    await dashboard.goto(dashboard.url().replace(/#.*/, '#/forecast'));
    await expect(part(dashboard, 'landing')).toBeVisible({ timeout: 30_000 });
    await dashboard.getByTestId('scope').selectOption(scope);
    await expect(dashboard.getByTestId('segment-note')).toBeVisible({ timeout: 30_000 });
    await expect(part(dashboard, 'won')).toHaveAttribute('data-minor', String(sumOf(won)));
    await expect(dashboard.getByTestId('forecast-basis').locator('[data-deals]')).toHaveAttribute(
      'data-deals',
      String(inside.length),
    );
    await dashboard.reload();
    await expect(dashboard.getByTestId('scope')).toHaveValue(scope, { timeout: 30_000 });
    await expect(dashboard.getByTestId('record-error')).toBeVisible({ timeout: 180_000 });
    await expect
      .poll(async () =>
        (await stafet.table<FrozenForecast>('snapshots')).filter((row) => row.scope === scope),
      )
      .toHaveLength(2);
    expect(await findAxeViolations(dashboard)).toEqual([]);
    for (const width of [1280, 420]) {
      await dashboard.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => dashboard.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
      await dashboard.screenshot({ path: test.info().outputPath(`forecast-${width}.png`) });
    }

    // Targets of segments stand in a table of their own.
    await dashboard.setViewportSize({ width: 1280, height: 900 });
    await dashboard.goto(dashboard.url().replace(/#.*/, '#/settings?at=targets'));
    await dashboard.getByTestId('target-kind').selectOption('region');
    const row = dashboard.locator(`[data-testid="target-row"][data-scope="${scope}"]`);
    await expect(row).toContainText(locale === 'en' ? '60,000' : '60.000');
    await row.getByTestId('target-edit').click();
    await row.getByTestId('target-entry').fill('70000');
    await row.getByTestId('target-save').click();
    await expect(row).toContainText(locale === 'en' ? '70,000' : '70.000');
    expect(await findAxeViolations(dashboard)).toEqual([]);
    await dashboard.screenshot({ path: test.info().outputPath('targets.png') });

    // Popup and badge stay with everyone.
    expect(await stafet.table<{ name: string }>('settings')).not.toContainEqual(
      expect.objectContaining({ name: 'scope' }),
    );
  });
}
