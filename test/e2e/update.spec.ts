import type { Page } from '@playwright/test';
import type { Deal } from '../../lib/deal/deal';
import { startDemo } from '../demo/serve';
import { expect, test } from './fixtures';
import { lifecycleOf } from './lifecycle';
import { sampleCrm } from './sample-crm';
import { watchScripts } from './script-watch';
import { readOverlay } from './surfaces';

/** Old scripts are noticed gone after a quarter of a second; the rest is for the machine that runs this. */
const aSecond = 1000;

/** Marks the layer that is there, and notes when it leaves the page. Runs in the page. */
function markLayer(): void {
  const old = document.querySelector('stafet-layer');
  if (old === null) throw new Error('no overlay is on the page');
  Object.assign(window, { goneAt: undefined });
  new MutationObserver((_, observer) => {
    if (old.isConnected) return;
    Object.assign(window, { goneAt: Date.now() });
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
}

const goneAt = (page: Page) =>
  page.evaluate(() => (window as unknown as { goneAt: number | undefined }).goneAt);

/** Scrolls, changes the list and the address: whatever still listens to the page is called. */
async function stir(page: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 400);
  await page.evaluate(() => {
    history.pushState(null, '', `${location.pathname}${location.search}#stirred`);
    document.body.append(document.createElement('i'));
    document.body.classList.toggle('stirred');
    window.dispatchEvent(new Event('resize'));
  });
  await page.waitForTimeout(1200);
}

const markersOf = async (page: Page) =>
  (await readOverlay(page)).flatMap(({ attributes }) => attributes['data-stafet-deal'] ?? []);

test('an update with three CRM tabs open: the old scripts are gone within a second, the new ones read on', async ({
  launchWithExtension,
}) => {
  const demo = await startDemo({ port: 0 });
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const tabs: Page[] = [];
  for (const view of ['open', 'won', 'open'] as const) {
    const page = await stafet.context.newPage();
    await sampleCrm(page, demo.url).openList(view);
    await expect.poll(async () => (await markersOf(page)).length).toBeGreaterThan(5);
    tabs.push(page);
  }
  const watches = await Promise.all(tabs.map(watchScripts));
  const old: string[] = [];
  for (const [nth, page] of tabs.entries()) {
    await stir(page);
    old.push(...((await watches[nth]?.ran())?.keys() ?? []));
    await page.evaluate(markLayer);
  }
  expect(old.length, 'scripts that run before the update').toBeGreaterThanOrEqual(9);

  await lifecycleOf(stafet).update();
  const updatedAt = Date.now();
  for (const page of tabs) {
    await expect.poll(() => goneAt(page)).toBeGreaterThan(0);
    expect(((await goneAt(page)) ?? Infinity) - updatedAt, 'milliseconds to the end').toBeLessThan(aSecond);
  }

  for (const page of tabs) {
    await page.bringToFront();
    await expect.poll(async () => (await markersOf(page)).length).toBeGreaterThan(5);
  }
  await tabs[0]?.waitForTimeout(aSecond);
  for (const [nth, page] of tabs.entries()) {
    await watches[nth]?.ran();
    await stir(page);
    const ran = (await watches[nth]?.ran()) ?? new Map<string, readonly string[]>();
    expect(
      old.flatMap((script) => ran.get(script) ?? []),
      'old functions that still run',
    ).toEqual([]);
    expect([...ran.values()].flat().length, 'functions of the new scripts').toBeGreaterThan(0);
    const keys = await markersOf(page);
    expect(keys.length).toBeGreaterThan(5);
    expect(new Set(keys).size, 'one marker a deal').toBe(keys.length);
    expect(await page.locator('stafet-layer').count()).toBe(1);
    expect(watches[nth]?.said(), 'said on the page').toEqual([]);
  }

  const [page] = tabs;
  if (page === undefined) throw new Error('no tab');
  await page.bringToFront();
  const crm = sampleCrm(page, demo.url);
  const id = (await crm.shownIds())[0] ?? '';
  await crm.openRecord(id);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel(/Amount/).fill('777.77');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await stafet.table<Deal>('deals')).find((deal) => deal.id === id)?.amountMinor)
    .toBe(77_777);
  await demo.close();
});

for (const how of ['disable', 'remove'] as const) {
  test(`after "${how}" nothing of the extension is left on the page, and nothing of it runs`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
    const page = await stafet.context.newPage();
    await sampleCrm(page, demo.url).openList('open');
    await expect.poll(async () => (await markersOf(page)).length).toBeGreaterThan(5);
    const watch = await watchScripts(page);
    await stir(page);
    expect([...(await watch.ran()).values()].flat().length, 'functions that run before').toBeGreaterThan(20);
    expect((await watch.listeners()).length, 'listeners before').toBeGreaterThan(3);
    await page.evaluate(markLayer);

    await lifecycleOf(stafet)[how]();
    const at = Date.now();
    await page.bringToFront();
    await expect.poll(() => goneAt(page)).toBeGreaterThan(0);
    expect(((await goneAt(page)) ?? Infinity) - at, 'milliseconds to the end').toBeLessThan(aSecond);

    await page.waitForTimeout(aSecond);
    await watch.ran();
    await stir(page);
    await page.locator('nav.pager a', { hasText: 'Next' }).click();
    await stir(page);
    expect([...(await watch.ran()).values()].flat(), 'functions that still run').toEqual([]);
    expect(await page.locator('stafet-layer').count()).toBe(0);
    expect(watch.said(), 'said on the page').toEqual([]);
    expect(await watch.listeners(), 'listeners that are left').toEqual([]);
  });
}

test('switched off and on again, the extension reads the open tab on, without a reload', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const life = lifecycleOf(stafet);
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('open');
  await expect.poll(async () => (await markersOf(page)).length).toBeGreaterThan(5);
  await life.disable();
  await expect.poll(async () => (await markersOf(page)).length).toBe(0);
  await life.enable();
  await stafet.openPopup(page);
  await page.bringToFront();
  await expect.poll(async () => (await markersOf(page)).length).toBeGreaterThan(5);
  expect(await page.locator('stafet-layer').count()).toBe(1);
});
