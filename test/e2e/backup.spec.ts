import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { startDemo } from '../demo/serve';
import { expect, type Stafet, test } from './fixtures';
import { sampleCrm } from './sample-crm';

const tables = ['deals', 'unidentified', 'changes', 'sightings', 'stages', 'people', 'rates', 'settings'];

/** Everything that a backup carries, in the order of its keys; a change's row number is the store's own. */
async function carried(settings: Page): Promise<Record<string, readonly Record<string, unknown>[]>> {
  const read = await settings.evaluate(readTables, tables);
  // Where a row lies in the columns is the store's own, and no part of the row.
  const rows = Object.entries(read).map(
    ([name, some]) => [name, some.map(({ slot: _, ...row }) => row)] as const,
  );
  return Object.fromEntries([
    ...rows,
    ['changes', (read['changes'] ?? []).map(({ id: _, ...change }) => change)] as const,
  ]);
}

/** Runs in a page of the extension. */
async function readTables(names: readonly string[]): Promise<Record<string, Record<string, unknown>[]>> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('stafet');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction([...names], 'readonly');
  const rows = await Promise.all(
    names.map(
      (name) =>
        new Promise<Record<string, unknown>[]>((resolve) => {
          const request = transaction.objectStore(name).getAll();
          request.onsuccess = () => resolve(request.result as Record<string, unknown>[]);
        }),
    ),
  );
  database.close();
  return Object.fromEntries(names.map((name, nth) => [name, rows[nth] ?? []]));
}

/** Reads two pages of deals and a change of one, and sets what a user sets. Resolves to the open settings. */
async function fill(stafet: Stafet, url: string): Promise<Page> {
  const page = await stafet.context.newPage();
  const crm = sampleCrm(page, url);
  await crm.openList('open');
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  await crm.nextPage();
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(50);
  const [id = ''] = await crm.shownIds();
  await crm.openRecord(id);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel(/Amount/).fill('123456.78');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await stafet.table('changes')).length).toBeGreaterThan(0);
  await page.close();

  const settings = await stafet.open('dashboard.html#/settings');
  await settings.getByTestId('setting-me').fill('Ida Holm');
  await settings.getByTestId('setting-me').press('Enter');
  await settings.getByTestId('setting-period').selectOption('month');
  await settings.getByTestId('setting-currency').selectOption('DKK');
  await settings.getByTestId('rate-from').selectOption('EUR');
  await settings.getByTestId('rate-to').selectOption('DKK');
  await settings.getByTestId('rate-value').fill('7.4605');
  await settings.getByTestId('rate-on').fill('2026-01-01');
  await settings.getByTestId('rate-add').click();
  await expect.poll(() => stafet.table('rates')).toMatchObject([{ from: 'EUR', to: 'DKK', rate: '7.4605' }]);
  await expect
    .poll(async () => (await stafet.table('settings')).map(({ value }) => value))
    .toEqual([{ me: 'Ida Holm', fiscal: { period: 'month', yearStartMonth: 1 }, reportingCurrency: 'DKK' }]);
  return settings;
}

async function saveBackup(settings: Page): Promise<string> {
  const [download] = await Promise.all([
    settings.waitForEvent('download'),
    settings.getByTestId('export-json').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^stafet-\d{4}-\d\d-\d\d\.json$/);
  return readFileSync(await download.path(), 'utf8');
}

async function wipe(settings: Page): Promise<void> {
  await settings.getByTestId('wipe-everything').click();
  await settings.getByTestId('wipe-word').fill('wipe');
  await settings.getByTestId('wipe-confirm').click();
  await expect.poll(async () => Object.values(await carried(settings)).flat()).toEqual([]);
}

async function importText(settings: Page, text: string): Promise<void> {
  await settings
    .getByTestId('import')
    .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a backup is saved, everything is wiped, and the backup brings all of it back', async ({
  launchWithExtension,
}) => {
  const demo = await startDemo({ port: 0 });
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const settings = await fill(stafet, demo.url);
  const before = await carried(settings);
  const backup = await saveBackup(settings);

  await wipe(settings);
  await importText(settings, backup);
  const done = settings.getByTestId('import-done');
  await expect(done).toContainText(`${before['deals']?.length} deals added.`);
  await expect(done).toContainText('The settings are now those of the backup.');
  expect(await carried(settings)).toEqual(before);
  await importText(settings, backup);
  await expect(done).toContainText('Nothing in the backup was new');
  expect(await carried(settings)).toEqual(before);
  await demo.close();
});

test('a broken backup says what is wrong with it, and changes nothing', async ({ launchWithExtension }) => {
  const demo = await startDemo({ port: 0 });
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const settings = await fill(stafet, demo.url);
  const before = await carried(settings);
  const backup = await saveBackup(settings);
  const refused = settings.getByTestId('import-refused');

  const broken: readonly (readonly [string, string])[] = [
    [backup.slice(0, backup.length / 2), 'It is no JSON, or was cut off.'],
    [backup.replace('"stafet":1', '"stafet":9'), 'It is no backup of this version of Stafet.'],
    [backup.replace(/"amountMinor":\d+/, '"amountMinor":12.5'), 'It has a value that Stafet does not know'],
    [backup.replace('"changes":[', '"sites":[{"host":"evil.example.com"}],"changes":['), 'a table'],
  ];
  for (const [text, why] of broken) {
    await importText(settings, text);
    await expect(refused).toContainText('was not imported, and nothing was changed.');
    await expect(refused).toContainText(why);
    expect(await carried(settings)).toEqual(before);
  }
  await demo.close();
});

test('a name and a currency that the user takes back are taken back', async ({ launchWithExtension }) => {
  const stafet = await launchWithExtension();
  const settings = await stafet.open('dashboard.html#/settings');
  const stored = async () => (await stafet.table('settings')).map(({ value }) => value);
  const fiscal = { period: 'quarter', yearStartMonth: 1 };
  await settings.getByTestId('setting-me').fill('Ida Holm');
  await settings.getByTestId('setting-me').press('Enter');
  await settings.getByTestId('setting-currency').selectOption('DKK');
  await expect.poll(stored).toEqual([{ me: 'Ida Holm', reportingCurrency: 'DKK', fiscal }]);
  await settings.getByTestId('setting-currency').selectOption('');
  await settings.getByTestId('setting-me').fill('');
  await settings.getByTestId('setting-me').press('Enter');
  await expect.poll(stored).toEqual([{ fiscal }]);
});
