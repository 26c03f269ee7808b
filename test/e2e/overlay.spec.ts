import { startDemo } from '../demo/serve';
import { expect, test } from './fixtures';
import { sampleCrm } from './sample-crm';
import { readOverlay } from './surfaces';

interface Shift {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node }[];
}

test('markers and pill stand over the page, follow its navigation, and change nothing of it', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
        // The page's own table shifts while it loads, with us or without.
        if (entry.sources.some(({ node }) => node?.nodeName.startsWith('STAFET'))) seen.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const crm = sampleCrm(page, demo.url);
  await crm.openList('open');
  const shiftOf = () => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
  const host = new URL(demo.url).host;
  const keysOf = async () =>
    (await readOverlay(page)).flatMap(({ attributes }) => attributes['data-stafet-deal'] ?? []);

  const expectMarkersOfRows = async () => {
    await expect.poll(async () => (await keysOf()).length).toBeGreaterThan(5);
    const rows = new Set((await crm.shownIds()).map((id) => `generic|${host}|${id}`));
    const keys = await keysOf();
    expect(new Set(keys).size, 'one marker a deal').toBe(keys.length);
    expect(keys.filter((key) => !rows.has(key))).toEqual([]);
  };
  await expectMarkersOfRows();
  const [pill] = (await readOverlay(page)).filter(({ name }) => name === 'stafet-pill');
  expect(pill?.labels.join(' ')).toMatch(/25 of \d+/);

  await crm.nextPage();
  await expectMarkersOfRows();
  await page.goBack();
  await expectMarkersOfRows();

  expect(await shiftOf(), 'layout shift').toBe(0);
  expect(
    await page.evaluate(() => ({
      inBody: document.querySelectorAll('body stafet-layer, body stafet-marker, body stafet-pill').length,
      layers: document.querySelectorAll('html > stafet-layer').length,
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    })),
  ).toEqual({ inBody: 0, layers: 1, sideways: false });
});

test('every marker stands right after its own deal’s name, over no text and in no other column', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  const crm = sampleCrm(page, demo.url);
  for (const view of ['open', 'all'] as const) {
    await crm.openList(view);
    await expect.poll(() => page.locator('stafet-marker').count(), { timeout: 15_000 }).toBeGreaterThan(10);
    const places = await page.evaluate(() => {
      const textsOf = (node: Node) => {
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const boxes: DOMRect[] = [];
        for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(text);
          boxes.push(...range.getClientRects());
        }
        return boxes;
      };
      const markers = [...document.querySelectorAll<HTMLElement>('stafet-marker')];
      return markers.flatMap((marker) => {
        const id = marker.getAttribute('data-stafet-deal')?.split('|').at(-1);
        const name = document.querySelector(`table.deals tbody a[href$="/${id}"]`);
        const [cell, next] = name?.closest('tr')?.cells ?? [];
        if (name === null || cell === undefined || next === undefined || marker.style.visibility === 'hidden')
          return [];
        const { left, right } = marker.getBoundingClientRect();
        // Ready for a row that may come in, and out of sight till then.
        if (right <= 0) return [];
        const end = Math.max(...textsOf(cell).map((box) => box.right));
        const following = Math.min(...textsOf(next).map((box) => box.left));
        return { name: name.textContent, after: left - end, before: following - right };
      });
    });
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter(({ after, before }) => after < 3 || before < 3)).toEqual([]);
  }
});

test('one click in the popup turns the overlay off on a site, and another brings it back', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('open');
  const pieces = async () => (await readOverlay(page)).length;
  await expect.poll(pieces).toBeGreaterThan(5);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('site-off').click();
  await expect.poll(pieces).toBe(0);
  await page.reload();
  await page.waitForTimeout(2500);
  expect(await pieces()).toBe(0);
  await popup.getByTestId('site-off').click();
  await expect.poll(pieces).toBeGreaterThan(0);
});

test('an edit in the CRM arrives while the popup is open, as a change between two reads', async ({
  launchWithExtension,
}) => {
  const demo = await startDemo({ port: 0 });
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  const crm = sampleCrm(page, demo.url);
  await crm.openList('open');
  const id = (await crm.shownIds())[0] ?? '';
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  await crm.openRecord(id);
  const popup = await stafet.openPopup(page);
  const open = popup.getByTestId('open');
  await expect(open).toBeVisible();
  const before = await open.getAttribute('data-minor');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Edit' }).click();
  const deal = demo.data.deals.find((one) => String(one.id) === id);
  await page.getByLabel(/Amount/).fill('123456.78');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(
      async () =>
        (await stafet.table<{ id: string; amountMinor: number }>('deals')).find((one) => one.id === id)
          ?.amountMinor,
    )
    .toBe(12_345_678);
  if (deal?.currency === 'EUR') await expect(open).not.toHaveAttribute('data-minor', before ?? '');
  const changes = await stafet.table<{ field: string; to: unknown; at: string; notBefore: string }>(
    'changes',
  );
  const change = changes.find(({ field }) => field === 'amountMinor');
  expect(change).toMatchObject({ to: 12_345_678 });
  expect((change?.notBefore ?? '') < (change?.at ?? '')).toBe(true);
  await demo.close();
});
