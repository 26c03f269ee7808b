import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlExtension, type Extension } from './extension';
import { expect, test } from './fixtures';
import { launch, type Launched } from './launch';
import { sampleCrm } from './sample-crm';

let profile: string;

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'stafet-copy-'));
});

test.afterEach(() => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The same browser again: its profile is kept. */
async function start(origin: string): Promise<Launched & Extension> {
  const launched = await launch({ profile, hosts: [`${origin}/*`] });
  launched.outbound.allow(origin);
  return { ...launched, ...controlExtension(launched) };
}

/** Deletes the folder in which Chromium keeps the databases of the default bucket. */
function loseStore(): void {
  const folder = join(profile, 'profile', 'Default', 'IndexedDB');
  const ours = readdirSync(folder).filter((name) => /^chrome-extension_.*\.leveldb$/.test(name));
  expect(ours).toHaveLength(1);
  for (const name of ours) rmSync(join(folder, name), { recursive: true });
}

test('a store that the browser has lost is back in the next session, and its user is told once', async ({
  demo,
}) => {
  const first = await start(demo.url);
  const page = await first.context.newPage();
  await sampleCrm(page, demo.url).openList('won');
  await expect.poll(async () => (await first.table('deals')).length).toBeGreaterThanOrEqual(25);
  const stored = { deals: await first.table('deals'), changes: await first.table('changes') };
  await first.close();
  loseStore();

  const next = await start(demo.url);
  const popup = await next.openPopup();
  const note = popup.getByTestId('restored');
  await expect(note).toContainText(`${stored.deals.length} deals`);
  await expect(note).toContainText('Nothing is missing.');
  expect(await next.table('deals')).toEqual(stored.deals);
  expect(await next.table('changes')).toEqual(stored.changes);
  await expect(popup.getByTestId('won')).toContainText(/\d/);
  await popup.getByTestId('dismiss-restored').click();
  await expect(note).toHaveCount(0);
  await popup.reload();
  await expect(popup.getByTestId('won')).toContainText(/\d/);
  await expect(note).toHaveCount(0);
  await next.close();
});

test('what the user has wiped stays away, also where the browser loses the store afterwards', async ({
  demo,
}) => {
  const first = await start(demo.url);
  const page = await first.context.newPage();
  await sampleCrm(page, demo.url).openList('won');
  await expect.poll(async () => (await first.table('deals')).length).toBeGreaterThanOrEqual(25);
  await page.close();
  const dashboard = await first.open('dashboard.html#/settings');
  await dashboard.getByTestId('wipe-everything').click();
  await dashboard.getByTestId('wipe-word').fill('wipe');
  await dashboard.getByTestId('wipe-confirm').click();
  await expect(dashboard.getByText('Everything is wiped.')).toBeVisible();
  expect(await first.table('deals')).toEqual([]);
  await first.close();
  loseStore();

  const next = await start(demo.url);
  const popup = await next.openPopup();
  await expect(popup.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
  expect(await next.table('deals')).toEqual([]);
  expect(await next.table('changes')).toEqual([]);
  await expect(popup.getByTestId('restored')).toHaveCount(0);
  await next.close();
});
