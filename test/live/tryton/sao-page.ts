import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningTryton } from './launch';

/**
 * Tryton's web client as a person uses it. Everything is found by structure and field name,
 * never by a label, so each step works in any language of the user.
 */

/** The SAO tab in front; the others stay in the document. */
const PANE = '#tabcontent > .tab-pane.active';
/** The list of the tab itself: a form holds lists too (its lines, its sales). */
const LIST = `${PANE} .screen-container .treeview:not(.form .treeview)`;
const ROWS = `${LIST} > table > tbody > tr:not(.more-row)`;

/** The tabs over the list of deals, in their order. */
const TABS = ['Leads', 'Opportunities', 'Converted', 'Won', 'Cancelled', 'Lost', 'All'] as const;
export type DealTab = (typeof TABS)[number];

/** The buttons of the form that move a deal, by their name in Tryton, and where they lead. */
const MOVES = {
  lead: 'lead',
  opportunity: 'opportunity',
  convert: 'converted',
  lost: 'lost',
  cancel: 'cancelled',
} as const;
export type DealMove = keyof typeof MOVES;

/** Opens the database and signs in; returns when the menu is there. */
export async function login(page: Page, server: RunningTryton, user: string): Promise<void> {
  await page.goto(`${server.url}/#${server.database}`);
  const name = page.locator('.modal.in input#login');
  await name.fill(user);
  await name.press('Enter');
  const password = page.locator('.modal.in input[type=password]');
  await password.fill(server.password);
  await password.press('Enter');
  await expect(page.locator('#user-preferences a')).toBeVisible();
  await expect(page.locator('#menu tbody tr').first()).toBeVisible();
}

/** Sales / Leads and Opportunities from the menu, in a new SAO tab: the first entry of the last module. */
export async function openLeadsAndOpportunities(page: Page): Promise<void> {
  const entries = page.locator('#menu tbody tr');
  const modules = 3; // Party, Product, Sales
  await expect(async () => {
    if ((await entries.count()) === modules) {
      await entries
        .nth(modules - 1)
        .locator('.expander')
        .click();
    }
    expect(await entries.count()).toBeGreaterThan(modules);
  }).toPass({ intervals: [1000], timeout: 20_000 });
  await entries.nth(modules).locator('.column-char').dblclick();
  await expect(page.locator(`${PANE} .tab-domain li`)).toHaveCount(TABS.length);
  await expect(page.locator(ROWS).first()).toBeVisible();
}

/** Shows one of the tabs over the list and waits for its rows. */
export async function openTab(page: Page, tab: DealTab): Promise<void> {
  const item = page.locator(`${PANE} .tab-domain li`).nth(TABS.indexOf(tab));
  if (/\bactive\b/.test((await item.getAttribute('class')) ?? '')) return;
  const body = await page.locator(`${LIST} > table > tbody`).elementHandle();
  await item.locator('a').click();
  // SAO builds the new rows aside and then puts a new <tbody> in the old one's place.
  await page.waitForFunction((old) => old?.isConnected !== true, body);
  await expect(page.locator(ROWS).first()).toBeVisible();
}

/** How many rows are drawn now. */
export async function drawnRows(page: Page): Promise<number> {
  return page.locator(ROWS).count();
}

/** The numbers of the deals that the list shows now, in its order. */
export async function drawnNumbers(page: Page): Promise<string[]> {
  const cells = page.locator(`${ROWS} > td:nth-child(2) .column-char`);
  return cells.evaluateAll((all) => all.map((cell) => cell.textContent.trim()));
}

/** Scrolls until `wanted` rows are drawn, or all of this page of the list; returns how many are. */
export async function scrollList(page: Page, wanted = Number.POSITIVE_INFINITY): Promise<number> {
  // The toolbar says "1 / 1000 of 2000": position, loaded and, where it differs, the total.
  const badge = (await page.locator(`${PANE} .toolbar .navbar-text .badge`).textContent()) ?? '';
  const loaded = Number(/\/ (\d+)/.exec(badge)?.[1]);
  let drawn = await drawnRows(page);
  while (drawn < Math.min(wanted, loaded)) {
    const before = drawn;
    await expect(async () => {
      await page.locator(`${LIST} > table > tbody > tr`).last().scrollIntoViewIfNeeded({ timeout: 500 });
      drawn = await drawnRows(page);
      expect(drawn).toBeGreaterThan(before);
    }).toPass({ intervals: [50], timeout: 10_000 });
  }
  return drawn;
}

/** Opens the deal with this number from the list by a double click, scrolling to it first. */
export async function openDealByNumber(page: Page, number: string): Promise<void> {
  const row = page
    .locator(ROWS)
    .filter({ has: page.locator(`td:nth-child(2) .column-char[title="${number}"]`) });
  let drawn = await drawnRows(page);
  while ((await row.count()) === 0) {
    const now = await scrollList(page, drawn + 1);
    if (now === drawn) throw new Error(`no deal ${number} on this page of the list`);
    drawn = now;
  }
  await row.locator('td:nth-child(4)').dblclick();
  await expect(field(page, 'number')).toHaveValue(number);
}

/** From the form back to the list it was opened from. */
export async function backToList(page: Page): Promise<void> {
  await page.locator(`${PANE} button#switch_`).click();
  await expect(page.locator(ROWS).first()).toBeVisible();
}

/** Reads the list, or the open deal, again from the server. */
export async function reload(page: Page): Promise<void> {
  await Promise.all([answered(page, 'read'), page.locator(`${PANE} button#reload`).click()]);
}

/** Types an amount such as `1234.50` without saving it; empty clears it. */
export async function setAmount(page: Page, amount: string): Promise<void> {
  // The text input gives way to a number input while it has the focus.
  await field(page, 'amount', 'text').focus();
  const number = field(page, 'amount', 'number');
  await number.fill(amount);
  await number.press('Tab');
}

/** Saves a form that has changes, with SAO's own button. */
export async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse((reply) =>
    /"model\.sale\.opportunity\.(write|create)"/.test(posted(reply)),
  );
  await Promise.all([saved, page.locator(`${PANE} button#save`).click()]);
  await expect(page.locator(`${PANE} .infobar.alert-info`)).toBeVisible();
}

/** Moves the open deal with the form's own button; this saves pending changes too. */
export async function setState(page: Page, move: DealMove): Promise<void> {
  await page.locator(`${PANE} .form button[name="${move}"]`).click();
  await expect(page.locator(`${PANE} .form select[name=state]`)).toHaveValue(JSON.stringify(MOVES[move]));
}

/** An input of the open form by field name; amounts and probabilities exist as text and as number. */
export function field(page: Page, name: string, type?: 'text' | 'number'): Locator {
  return page.locator(`${PANE} .form input[name="${name}"]${type ? `[type=${type}]` : ''}`);
}

function answered(page: Page, method: string): Promise<unknown> {
  return page.waitForResponse((reply) => posted(reply).includes(`"model.sale.opportunity.${method}"`));
}

function posted(reply: { request: () => { postData: () => string | null } }): string {
  return reply.request().postData() ?? '';
}
