import type { Page } from '@playwright/test';
import type { HandoffRow } from '../../lib/handoff/handoff-row';
import { asProcess } from '../demo/as-store';
import { findAxeViolationsInAllLooks } from './axe';
import { expect, test } from './fixtures';
import { readOverlay } from './surfaces';
import { sampleCrm } from './sample-crm';

/** A deal as the store has it, with its place in the columns. */
interface Stored {
  readonly key: string;
  readonly id: string;
  readonly owner?: string;
  readonly slot?: number;
}

const sdr = 'Freja Lindholt';

for (const locale of ['en', 'da'] as const) {
  test(`a handoff's audit is on the deal's page and in its drawer, where a verdict is given (${locale})`, async ({
    demo,
    launchWithExtension,
  }) => {
    test.setTimeout(150_000);
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale });
    const page = await stafet.context.newPage();
    const crm = sampleCrm(page, demo.url);
    await crm.openList('open');
    const id = (await crm.shownIds())[0] ?? '';
    const stored = async () => (await stafet.table<Stored>('deals')).find((one) => one.id === id);
    await expect.poll(async () => (await stored())?.owner).toBeDefined();
    const row = await stored();
    if (row === undefined) throw new Error('the deal was not stored');
    const deal = row.key;

    const dashboard = await stafet.open(`dashboard.html#/deals?deal=${encodeURIComponent(deal)}`);
    const drawer = dashboard.getByTestId('deal-drawer');
    await expect(drawer.getByTestId('deal-handoffs').locator('a')).toHaveAttribute(
      'href',
      '#/settings?at=process',
    );
    // Yesterday she passed it to whoever owns it now, as a history says that the reader of pages cannot see.
    const at = new Date(Date.now() - 86_400_000).toISOString();
    await dashboard.goto(stafet.url('dashboard.html#/settings'));
    const { slot: _, ...known } = row;
    const change = {
      key: deal,
      field: 'owner',
      from: sdr,
      to: row.owner,
      at,
      notBefore: at,
      source: 'history',
    };
    const tables = { deals: [known], changes: [change], process: [asProcess('2020-01-01')] };
    const text = JSON.stringify({ stafet: 1, exportedAt: at, tables });
    await dashboard
      .getByTestId('import')
      .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(dashboard.getByTestId('import-done')).toBeVisible();
    await dashboard.goto(stafet.url(`dashboard.html#/deals?deal=${encodeURIComponent(deal)}`));
    const pass = drawer.getByTestId('pass');
    await expect(pass).toContainText(sdr, { timeout: 30_000 });
    await expect(pass.locator('li')).toHaveCount(8);

    // A verdict by keyboard: it is stored beside the deal, and taken back.
    await drawer.getByTestId('verdict-add').focus();
    await dashboard.keyboard.press('Enter');
    await drawer.locator('input[value="accepted"]').focus();
    await dashboard.keyboard.press('ArrowDown');
    await drawer.getByTestId('verdict-reason').selectOption('no authority');
    await drawer.getByTestId('verdict-note').fill('Only an intern so far');
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await drawer.screenshot({ path: test.info().outputPath('drawer.png') });
    await drawer.getByTestId('verdict-save').focus();
    await dashboard.keyboard.press('Enter');
    await expect(drawer.getByTestId('verdict')).toContainText('Only an intern so far');
    expect(await stafet.table('verdicts')).toMatchObject([
      { deal, attempt: 1, decision: 'rejected', reason: 'no authority', note: 'Only an intern so far' },
    ]);
    await drawer.getByTestId('verdict-drop').click();
    await expect(drawer.getByTestId('verdict')).toHaveCount(0);
    expect(await stafet.table('verdicts')).toEqual([]);

    // Whether it was hot is one click.
    await drawer.getByTestId('hot-yes').click();
    await expect(drawer.getByTestId('verdict')).toContainText(
      locale === 'en' ? 'Hot handoff, said here' : 'Varm overlevering, angivet her',
    );
    await expect(drawer.getByTestId('hot')).toHaveCount(0);
    expect(await stafet.table('verdicts')).toMatchObject([{ deal, attempt: 1, hot: true }]);

    // On the deal's page in the CRM.
    await page.bringToFront();
    const writtenBefore = await page.locator('body').innerHTML();
    expect(writtenBefore).not.toContain(`${sdr} to`);
    await crm.openRecord(id);
    const labels = async () =>
      (await readOverlay(page)).flatMap((piece) => (piece.name === 'stafet-pill' ? piece.labels : []));
    // The page of the deal tells more of it than the list: the passes are found anew, and the pill follows. Which deal is
    // on top, and what its fields say, is another one from day to day.
    const audit = async () => (await stafet.table<HandoffRow>('handoffs'))[0]?.audit ?? [];
    // Of the fields the list tells nothing: once they are known, the audit is that of the deal's page.
    const ofFields = async () =>
      (await audit()).find(({ check }) => check === 'fields-filled')?.answer ?? 'unknown';
    await expect.poll(ofFields, { timeout: 30_000 }).not.toBe('unknown');
    const yes = (await audit()).filter(({ answer }) => answer === 'yes').length;
    const pill = locale === 'en' ? `Handoff ${yes} of 8` : `Overlevering ${yes} af 8`;
    await expect.poll(labels, { timeout: 30_000 }).toContain(pill);
    // It opens over the page, and closes with Escape; the page has nothing of it.
    const panel = locale === 'en' ? 'Handoff audit' : 'Tjekliste for overleveringen';
    expect(await boxOf(page, panel)).toBeUndefined();
    await expect.poll(() => boxOf(page, pill)).toBeDefined();
    const { x, y } = (await boxOf(page, pill)) ?? { x: 0, y: 0 };
    await page.mouse.click(x, y);
    await expect.poll(() => boxOf(page, panel)).toBeDefined();
    await page.screenshot({ path: test.info().outputPath('overlay.png') });
    expect(await page.locator('body').innerText()).not.toContain(`${sdr} to`);
    await page.keyboard.press('Escape');
    await expect.poll(() => boxOf(page, panel)).toBeUndefined();

    // And leads to the deal in Stafet.
    await page.mouse.click(x, y);
    const open = await boxOf(page, locale === 'en' ? 'Open in Stafet' : 'Åbn i Stafet');
    const opened = stafet.context.waitForEvent('page');
    await page.mouse.click(open?.x ?? 0, open?.y ?? 0);
    await expect((await opened).getByTestId('deal-drawer').getByTestId('pass')).toBeVisible();
  });
}

/** Middle of a piece of the overlay, whose roots are closed to the page; `undefined` where it is not shown. */
async function boxOf(page: Page, label: string): Promise<{ x: number; y: number } | undefined> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const node = inside(root).find(({ attributes = [] }) =>
      attributes.some((name, at) => name === 'aria-label' && attributes[at + 1] === label),
    );
    if (node === undefined) return undefined;
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [left = 0, top = 0] = model.content;
    return { x: left + model.width / 2, y: top + model.height / 2 };
  } catch {
    // What is not laid out has no box.
    return undefined;
  } finally {
    await cdp.detach();
  }
}

interface DebuggerNode {
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: DebuggerNode[];
  readonly shadowRoots?: DebuggerNode[];
}

function inside(node: DebuggerNode): readonly DebuggerNode[] {
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(inside)];
}
