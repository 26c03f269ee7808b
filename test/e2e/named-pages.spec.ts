import type { BrowserContext, Page } from '@playwright/test';
import { drawnPages } from '../pages/draw/drawn';
import type { ExpectedDeal, StoredPage } from '../pages/draw/stored-page';
import { expect, test, type Stafet } from './fixtures';
import { readOverlay } from './surfaces';

/** Of each CRM the pages that are opened one after the other in a real browser, on its own host. */
const journeys: Readonly<Record<string, readonly string[]>> = {
  salesforce: ['list-in-shadow-roots-german', 'board', 'record', 'record-in-shadow-roots'],
  hubspot: ['list', 'board', 'record'],
  pipedrive: ['list', 'board', 'record-german'],
  dynamics: ['list', 'record-german'],
  zoho: ['list', 'board', 'record'],
  odoo: ['list', 'board', 'record-german'],
};
const changed: Readonly<Record<string, string>> = {
  salesforce: 'list-changed',
  hubspot: 'board-changed',
  odoo: 'record-changed',
};
const hosts = [...new Set(drawnPages.map(({ expected }) => `${new URL(expected.url).origin}/*`))];
const unnamed = 'https://crm.example.com';

function drawn(crm: string, name: string): StoredPage {
  const page = drawnPages.find((one) => one.crm === crm && one.name === name);
  if (page === undefined) throw new Error(`${crm}/${name} is not drawn`);
  return page;
}

/** Answers for every host with the page that is to be shown there. */
async function serve(context: BrowserContext): Promise<(html: string) => void> {
  let html = '';
  await context.route('https://**/*', async (route) => {
    const isPage = route.request().resourceType() === 'document';
    await route.fulfill(isPage ? { contentType: 'text/html', body: html } : { status: 404, body: '' });
  });
  return (next) => void (html = next);
}

/** Our scripts that the browser has run in a tab, by their file's name. */
async function scriptsIn(page: Page): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  const names: string[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) names.push(url.split('/').at(-1) ?? '');
  });
  await cdp.send('Debugger.enable');
  await cdp.detach();
  return [...new Set(names)].toSorted();
}

/** What the store has of a deal, in the words of whoever has drawn it. */
function storedAs({ values }: ExpectedDeal): Record<string, unknown> {
  const { amount, outcome: _, ...rest } = values as { amount?: { decimal: string } | null; outcome?: string };
  return {
    ...rest,
    ...(amount === undefined || amount === null
      ? {}
      : { amountMinor: Math.round(Number(amount.decimal) * 100) }),
  };
}

function keysOf({ crm, expected: { tenant, deals = [] } }: StoredPage): readonly string[] {
  return deals.flatMap(({ id }) => (id === undefined ? [] : `${crm}|${tenant}|${id}`));
}

async function open(
  stafet: Stafet,
  page: Page,
  show: (html: string) => void,
  stored: StoredPage,
): Promise<void> {
  show(stored.html);
  await page.goto(stored.expected.url);
  const { crm, name, expected } = stored;
  const deals = expected.deals ?? [];
  await expect
    .poll(async () => markersOf(await readOverlay(page)), {
      message: `markers on ${crm}/${name}`,
      timeout: 20_000,
    })
    .toBe(deals.length);
  // A marker may stand before its deal is stored.
  await expect(async () => {
    const rows = await stafet.table<{ key: string }>(keysOf(stored).length > 0 ? 'deals' : 'unidentified');
    if (keysOf(stored).length === 0) {
      expect(rows.length, `${crm}/${name}`).toBeGreaterThanOrEqual(deals.length);
      return;
    }
    for (const [nth, key] of keysOf(stored).entries()) {
      const row = rows.find((one) => one.key === key);
      const deal = deals[nth];
      expect(row, `${key} after ${name}`).toMatchObject(deal === undefined ? {} : storedAs(deal));
    }
  }).toPass({ timeout: 20_000 });
}

function markersOf(pieces: Awaited<ReturnType<typeof readOverlay>>): number {
  return pieces.filter(({ name }) => name === 'stafet-marker').length;
}

for (const [crm, names] of Object.entries(journeys)) {
  test(`the pages of ${crm} are read on its own host, and a deal is one wherever it is seen`, async ({
    launchWithExtension,
  }) => {
    test.setTimeout(120_000);
    const stafet = await launchWithExtension({ hosts });
    const show = await serve(stafet.context);
    const page = await stafet.context.newPage();
    const pages = names.map((name) => drawn(crm, name));
    for (const stored of pages) {
      await open(stafet, page, show, stored);
      expect(await scriptsIn(page), stored.name).toContain('named.js');
    }
    const keys = (await stafet.table<{ key: string }>('deals')).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([...new Set(pages.flatMap(keysOf))].toSorted());
  });
}

test('a page of no CRM that we know by name is read without their script', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [...hosts, `${unnamed}/*`] });
  const show = await serve(stafet.context);
  const page = await stafet.context.newPage();
  show(
    '<!doctype html><title>CRM</title><main><table><thead><tr><th>Deal</th><th>Stage</th></tr></thead><tbody><tr><td><a href="/deals/1">Harbour cranes</a></td><td>Talking</td></tr></tbody></table></main>',
  );
  await page.goto(`${unnamed}/deals`);
  await expect.poll(async () => (await stafet.table('deals')).length).toBe(1);
  const scripts = await scriptsIn(page);
  expect(scripts).toContain('generic.js');
  expect(scripts).not.toContain('named.js');
});

for (const [crm, name] of Object.entries(changed)) {
  test(`a page of ${crm} whose layout is not recognised is not read, and gives a report to copy`, async ({
    launchWithExtension,
  }) => {
    test.setTimeout(90_000);
    const stafet = await launchWithExtension({ hosts });
    const show = await serve(stafet.context);
    const page = await stafet.context.newPage();
    const stored = drawn(crm, name);
    show(stored.html);
    await page.goto(stored.expected.url);
    const popup = await stafet.openPopup(page);
    const copy = popup.getByTestId('copy-report');
    // It may still come for ten seconds.
    await expect(copy).toBeVisible({ timeout: 40_000 });
    await expect(popup.getByText(/not recognised|does not know its layout/).first()).toBeVisible();
    await stafet.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await copy.click();
    await expect(popup.getByText('Copied.')).toBeVisible();
    const report = await popup.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain(`Layout not recognised: ${crm}, ${stored.expected.kind}`);
    expect(report).toContain('https://*/');
    expect(report).not.toMatch(/acme|Harbour|2450000|nordkaj/i);
    expect([...(await stafet.table('deals')), ...(await stafet.table('unidentified'))]).toEqual([]);
  });
}
