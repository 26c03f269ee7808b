import { expect, test } from './fixtures';
import { sampleCrm } from './sample-crm';
import { readOverlay } from './surfaces';

test('a site is read once it is granted, and left alone once it is revoked; its deals are kept or wiped as asked', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension();
  stafet.outbound.allow(demo.url);
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('open');
  await page.waitForTimeout(1000);
  expect(await stafet.table('deals')).toEqual([]);

  await stafet.grantHost(demo.url);
  await page.bringToFront();
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  await expect.poll(async () => (await readOverlay(page)).length).toBeGreaterThan(5);

  await stafet.revokeHost(demo.url);
  await expect.poll(async () => (await readOverlay(page)).length).toBe(0);
  const kept = (await stafet.table('deals')).length;
  await page.locator('nav.pager a', { hasText: 'Next' }).click();
  await page.waitForTimeout(1500);
  expect(await stafet.table('deals'), 'nothing is read after the revocation').toHaveLength(kept);

  const dashboard = await stafet.open('dashboard.html#/settings?at=sites');
  await expect(dashboard.getByTestId('keep-or-wipe')).toBeVisible();
  await dashboard.getByTestId('wipe').first().click();
  await expect.poll(async () => (await stafet.table('deals')).length).toBe(0);
  expect(await stafet.table('sightings')).toEqual([]);
});

test('a site that the user revokes in Settings asks the same, and keep keeps its deals', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension();
  stafet.outbound.allow(demo.url);
  const page = await stafet.context.newPage();
  await stafet.grantHost(demo.url);
  await sampleCrm(page, demo.url).openList('won');
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('site-revoke').click();
  await expect.poll(async () => (await readOverlay(page)).length).toBe(0);
  const dashboard = await stafet.open('dashboard.html#/settings?at=sites');
  await dashboard.getByTestId('keep').first().click();
  await expect(dashboard.getByTestId('keep-or-wipe')).toHaveCount(0);
  expect((await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
});

test('after everything is wiped no page claims that its deals are stored, and one loaded anew is read again', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  const crm = sampleCrm(page, demo.url);
  await crm.openList('won');
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  const dashboard = await stafet.open('dashboard.html#/settings');
  await dashboard.getByTestId('wipe-everything').click();
  await dashboard.getByTestId('wipe-word').fill('wipe');
  await dashboard.getByTestId('wipe-confirm').click();
  await expect(dashboard.getByText('Everything is wiped.')).toBeVisible();
  expect(await stafet.table('deals')).toEqual([]);
  await expect.poll(async () => (await readOverlay(page)).length).toBe(0);
  const popup = await stafet.openPopup(page);
  await expect(popup.getByText('Stafet is not reading this page now.').first()).toBeVisible();
  await expect(popup.getByText('All stored.')).toHaveCount(0);
  // The popup asks for readers where they are missing; this tab is left alone all the same.
  await page.bringToFront();
  await page.locator('nav.pager a', { hasText: 'Next' }).click();
  await page.waitForTimeout(2000);
  expect(await stafet.table('deals')).toEqual([]);

  await crm.openList('won');
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
});

test('a site that the package itself may read cannot be taken back, and the popup says so', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('won');
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('site-revoke').click();
  await expect(popup.getByRole('alert')).toContainText('Stafet still reads');
});
