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
