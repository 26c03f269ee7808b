import type { Page } from '@playwright/test';
import type { HandoffRow } from '../../lib/handoff/handoff-row';
import { findAxeViolationsInAllLooks } from './axe';
import { expect, test } from './fixtures';
import { readOverlay } from './surfaces';
import { sampleCrm } from './sample-crm';

for (const locale of ['en', 'da'] as const) {
  test(`a handoff's audit is on the deal's page and in its drawer, where a verdict is given (${locale})`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`], locale });
    const page = await stafet.context.newPage();
    const crm = sampleCrm(page, demo.url);
    await crm.openList('open');
    const id = (await crm.shownIds())[0] ?? '';
    type Stored = { key: string; id: string; seenAt: string };
    const stored = async () => (await stafet.table<Stored>('deals')).find((one) => one.id === id);
    await expect.poll(async () => (await stored())?.key).toBeDefined();
    const deal = (await stored())?.key ?? '';

    const dashboard = await stafet.open(`dashboard.html#/deals?deal=${encodeURIComponent(deal)}`);
    const drawer = dashboard.getByTestId('deal-drawer');
    await expect(drawer.getByTestId('deal-handoffs').locator('a')).toHaveAttribute(
      'href',
      '#/settings?at=process',
    );
    await dashboard.evaluate(putHandoff, aRow(deal));
    await dashboard.reload();
    const pass = drawer.getByTestId('pass');
    await expect(pass).toContainText('Ida Krog');
    await expect(pass.locator('li')).toHaveCount(3);

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

    // On the deal's page in the CRM.
    await page.bringToFront();
    const writtenBefore = await page.locator('body').innerHTML();
    expect(writtenBefore).not.toContain('Ida Krog to');
    await crm.openRecord(id);
    const labels = async () =>
      (await readOverlay(page)).flatMap((piece) => (piece.name === 'stafet-pill' ? piece.labels : []));
    await expect.poll(labels).toContain(locale === 'en' ? 'Handoff 1 of 3' : 'Overlevering 1 af 3');
    await expect
      .poll(labels)
      .toContain(
        locale === 'en'
          ? 'Qualification fields filled: no. Empty at the handoff: Need, Next step'
          : 'Kvalificeringsfelter udfyldt: nej. Tomt ved overleveringen: Behov, Næste skridt',
      );
    // It opens over the page, and closes with Escape; the page has nothing of it.
    const pill = locale === 'en' ? 'Handoff 1 of 3' : 'Overlevering 1 af 3';
    const panel = locale === 'en' ? 'Handoff audit' : 'Tjekliste for overleveringen';
    expect(await boxOf(page, panel)).toBeUndefined();
    await expect.poll(() => boxOf(page, pill)).toBeDefined();
    const { x, y } = (await boxOf(page, pill)) ?? { x: 0, y: 0 };
    await page.mouse.click(x, y);
    await expect.poll(() => boxOf(page, panel)).toBeDefined();
    await page.screenshot({ path: test.info().outputPath('overlay.png') });
    expect(await page.locator('body').innerText()).not.toContain('Maja Lind');
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

function aRow(deal: string): HandoffRow {
  return {
    key: `${deal}|1`,
    deal,
    attempt: 1,
    from: 'Ida Krog',
    to: 'Maja Lind',
    passedNotBefore: '2026-11-16T10:00:00.000Z',
    passedAt: '2026-11-16T10:00:00.000Z',
    rule: 1,
    decision: 'undecided',
    decidedNotBefore: null,
    decidedAt: null,
    reason: null,
    hoursToAccept: null,
    audit: [
      { check: 'contact-influence', answer: 'yes', rests: { code: 'filled', fields: ['authority'] } },
      { check: 'fields-filled', answer: 'no', rests: { code: 'empty', fields: ['need', 'nextStep'] } },
      { check: 'notes-by-both', answer: 'unknown', rests: { code: 'notes-not-read' } },
    ],
    seenAt: '2026-11-16T10:00:00.000Z',
    madeAt: '2026-11-16T10:00:00.000Z',
    until: '2099-12-16T10:00:00.000Z',
  };
}

/** Runs in an extension page: puts a row where the finding of handoffs puts it. */
function putHandoff(row: HandoffRow): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('stafet');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('handoffs', 'readwrite');
      writing.objectStore('handoffs').put(row);
      writing.addEventListener('complete', () => (opening.result.close(), resolve()));
    });
  });
}
