import 'temporal-polyfill/global';
import { asProcess, asStore, keyOf } from '../demo/as-store';
import { generate } from '../demo/generate';
import { findAxeViolationsInAllLooks } from './axe';
import { expect, test, type Stafet } from './fixtures';

/** The sample CRM with its whole history and its rules, as a colleague's backup brings them. */
async function bringIn(stafet: Stafet) {
  const settings = await stafet.open('dashboard.html#/settings');
  const today = await settings.evaluate(() => Temporal.Now.plainDateISO().toString());
  const demo = generate({ seed: 2, today });
  const { deals, changes } = asStore(demo);
  // Of the last ten handoffs somebody has said whether they were hot: four were.
  const verdicts = demo.handoffs.slice(-10).map(({ deal, attempt, passedAt }, nth) => ({
    deal: keyOf(deal),
    attempt,
    passedAt,
    at: `${today}T00:00:00.000Z`,
    hot: nth % 5 < 2,
  }));
  const tables = { deals, changes, verdicts, process: [asProcess('2020-01-01')] };
  const text = JSON.stringify({ stafet: 1, exportedAt: `${today}T00:00:00.000Z`, tables });
  await settings
    .getByTestId('import')
    .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(settings.getByTestId('import-done')).toBeVisible({ timeout: 60_000 });
  await settings.close();
  return { demo, today };
}

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`handoffs of the sample CRM are the true ones, and each figure opens to its passes (${locale}, ${colorScheme})`, async ({
    launchWithExtension,
  }) => {
    test.setTimeout(240_000);
    const stafet = await launchWithExtension({ locale, colorScheme });
    const { demo, today } = await bringIn(stafet);
    const year = Temporal.PlainDate.from(today).subtract({ months: 11 }).with({ day: 1 }).toString();
    const truth = demo.handoffs.filter(({ passedAt }) => passedAt.slice(0, 10) >= year);
    const of = (decision: string) => truth.filter((one) => one.decision === decision).length;

    const dashboard = await stafet.open('dashboard.html#/handoffs?period=12m&show=passes');
    const panel = dashboard.getByTestId('passes');
    await expect(panel).toHaveAttribute('data-n', String(truth.length), { timeout: 60_000 });
    for (const decision of ['accepted', 'lapsed', 'undecided'] as const) {
      await dashboard.goto(stafet.url(`dashboard.html#/handoffs?period=12m&show=${decision}`));
      await expect(panel).toHaveAttribute('data-n', String(of(decision)));
    }
    await dashboard.goto(stafet.url('dashboard.html#/handoffs?period=12m'));
    await expect(panel).toBeHidden();
    await expect(dashboard.locator('h1')).toContainText(String(truth.length));
    await expect(dashboard.getByTestId('index-value')).not.toHaveText('–');
    const hot = dashboard.getByTestId('rate-hotPass');
    await expect(hot).toHaveAttribute('data-n', '10');
    // (1 + 4) / (2 + 10): of the others nobody has said anything.
    await expect(hot).toHaveText(/^42\s?%$/);
    await expect(dashboard.getByTestId('handoffs-missing')).toHaveCount(0);
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await dashboard.screenshot({ path: test.info().outputPath('handoffs.png'), fullPage: true });
    await dashboard.setViewportSize({ width: 420, height: 900 });
    await dashboard.screenshot({ path: test.info().outputPath('narrow.png'), fullPage: true });
    await dashboard.setViewportSize({ width: 1280, height: 900 });

    // By keyboard: a share opens to its passes and its working, Escape closes them, a pass opens its deal.
    const share = dashboard.getByTestId('rate-acceptance').first();
    const n = await share.getAttribute('data-n');
    await share.focus();
    await dashboard.keyboard.press('Enter');
    await expect(panel).toHaveAttribute('data-n', n ?? '');
    await expect(panel.locator('h2')).toBeFocused();
    await expect(dashboard.getByTestId('working')).toContainText(n ?? '');
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await dashboard.screenshot({ path: test.info().outputPath('passes.png') });
    await dashboard.keyboard.press('Escape');
    await expect(panel).toBeHidden();

    // Nobody has a place before somebody asks; then the highest share stands first.
    const groups = dashboard.getByTestId('handoff-groups');
    await dashboard.getByTestId('group-ae').click();
    const shares = () =>
      groups
        .locator('tbody tr td:nth-last-child(6) a')
        .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['value'])));
    const byName = await groups
      .locator('tbody tr')
      .evaluateAll((all) => all.map((one) => one.dataset['group']));
    expect(byName).toEqual(byName.toSorted());
    await dashboard.getByTestId('groups-order').selectOption('acceptance');
    await expect(groups.locator('tbody tr td').first()).toHaveText(/^1/);
    const ordered = await shares();
    expect(ordered.length).toBeGreaterThan(2);
    expect(ordered).toEqual(ordered.toSorted((one, other) => other - one));
    await groups.screenshot({ path: test.info().outputPath('places.png') });
    // Pairs are measured once somebody looks at them: two SDRs with more than two AEs.
    await dashboard.getByTestId('group-pair').click();
    await expect(groups.locator('tbody tr', { hasText: 'Freja Lindholt' })).not.toHaveCount(0);
    await expect(groups.locator('tbody tr', { hasText: 'Emil Brandvold' })).not.toHaveCount(0);
    expect(await groups.locator('tbody tr').count()).toBeGreaterThan(ordered.length);

    // A choice is in the hash, and the figures follow it.
    await dashboard.getByTestId('handoffs-sdr').selectOption('Freja Lindholt');
    await expect(dashboard).toHaveURL(/sdr=Freja/);
    const hers = truth.filter(({ from }) => from === 'freja').length;
    await expect(dashboard.locator('h1')).toContainText(String(hers));

    // What was found is there for surfaces that cannot find it: a row for every pass of all time.
    await expect
      .poll(async () => (await stafet.table('handoffs')).length, { timeout: 30_000 })
      .toBe(demo.handoffs.length);

    await dashboard.goto(stafet.url('dashboard.html#/handoffs?period=12m&show=accepted'));
    await panel.locator('tr[data-deal] a').first().click();
    await expect(dashboard.getByTestId('view-deals')).toBeVisible();
  });
}

test('without roles and history the view says what is missing and where to supply it', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension();
  const settings = await stafet.open('dashboard.html#/settings');
  const [deal] = asStore(generate({ seed: 1, today: '2026-05-19', deals: 1 })).deals;
  const {
    sdr: _,
    qualification: __,
    firstTouchAt: ___,
    meetingHeld: ____,
    nextStep: _____,
    ...bare
  } = {
    ...deal,
  };
  const text = JSON.stringify({
    stafet: 1,
    exportedAt: '2026-05-19T00:00:00.000Z',
    tables: { deals: [bare] },
  });
  await settings
    .getByTestId('import')
    .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(settings.getByTestId('import-done')).toBeVisible();
  const dashboard = await stafet.open('dashboard.html#/handoffs');
  const missing = dashboard.getByTestId('handoffs-missing');
  for (const one of ['roles', 'passes', 'qualified-stage', 'qualification', 'history', 'hot'])
    await expect(missing.locator(`[data-missing="${one}"]`)).toBeVisible();
  await missing.locator('[data-missing="roles"] a').click();
  await expect(dashboard.locator('[data-section="process"]')).toBeInViewport();
});
