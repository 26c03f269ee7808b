import { mergeRead } from '../../lib/deal/merge-read';
import type { StoredGlance } from '../../lib/messages/stored-glance';
import type { StoreState } from '../../lib/store/rows';
import { expect, test } from './fixtures';

test('the worker leaves its figures for the next popup, paints the badge with them and is woken by the clock', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await page.goto(`${demo.url}/deals?view=won`);
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);

  const popup = await stafet.openPopup(page);
  const stored = () =>
    popup.evaluate(async () => (await chrome.storage.local.get<{ glance: StoredGlance }>('glance')).glance);
  const isOfNow = async () => {
    const states = await stafet.table<StoreState>('summary');
    const state = states.find(({ scope }) => scope === 'store');
    const { uuid, generation } = await stored();
    return uuid === state?.uuid && generation === state.generation;
  };
  await expect.poll(isOfNow).toBe(true);
  const { glance, day } = await stored();
  expect(glance.deals).toBe((await stafet.table('deals')).length);
  expect(day).toBe(await popup.evaluate(() => Temporal.Now.plainDateISO().toString()));
  expect(await popup.evaluate((value) => JSON.stringify(value).length, await stored())).toBeLessThan(10_000);
  expect(await stafet.badge()).not.toBe('');
  expect(await popup.evaluate(() => chrome.action.getTitle({}))).toMatch(
    /^Stafet: .* won this period, .* open$/,
  );

  const alarms = await popup.evaluate(() => chrome.alarms.getAll());
  expect(alarms.map(({ name }) => name).toSorted()).toEqual(['hour', 'midnight']);
  const midnight = alarms.find(({ name }) => name === 'midnight')?.scheduledTime ?? 0;
  expect(midnight - Date.now()).toBeLessThanOrEqual(25 * 3_600_000);
  expect(midnight).toBeGreaterThan(Date.now());
});

test('dollars of two CRMs are two sums, each opening to its own deals', async ({ launchWithExtension }) => {
  const stafet = await launchWithExtension();
  const settings = await stafet.open('dashboard.html#/settings');
  const at = '2026-05-19T09:00:00.000Z';
  const dealOf = (id: string, tenant: string, decimal: string) => {
    const values = { name: `Deal ${id}`, outcome: 'open', amount: { decimal, symbol: '$' } } as const;
    const source = { crm: 'sample', tenant, host: 'crm.example.com', view: 'all', from: 'page' } as const;
    return mergeRead(undefined, { id, at, values }, source).deal;
  };
  const [north, south] = ['crm.example.com/north', 'crm.example.com/south'] as const;
  const deals = [dealOf('1', north, '1200'), dealOf('2', south, '3400'), dealOf('3', north, '600')];
  const text = JSON.stringify({ stafet: 1, exportedAt: at, tables: { deals } });
  await settings
    .getByTestId('import')
    .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(settings.getByTestId('import-done')).toBeVisible();

  const popup = await stafet.openPopup(settings);
  const lines = popup.getByTestId('apart');
  await expect(lines).toHaveText([
    /^\$\s1,800 \(crm\.example\.com\/north\) .*2 open deals$/,
    /^\$\s3,400 \(crm\.example\.com\/south\) .*1 open deal$/,
  ]);
  await lines.first().getByRole('link').click();
  // The dashboard that is open shows them.
  await expect(settings.locator('tr[data-deal] a')).toHaveText(['Deal 1', 'Deal 3']);
  await expect(settings.getByTestId('filter-currency').locator('option:checked')).toHaveText(`$ (${north})`);
});
