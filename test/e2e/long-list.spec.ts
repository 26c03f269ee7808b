import type { Page } from '@playwright/test';
import type { Deal } from '../../lib/deal/deal';
import { openLong, type ListKind, type LongWindow } from '../bench/page/long-page';
import { dealAt, type LongDeal } from '../bench/page/public/deals.js';
import { type LongPages, serveLong } from '../bench/page/serve-long';
import { expect, type Stafet, test } from './fixtures';

const ROWS = 2000;
/** Settling: a quiet time, a read in slices, and the marker's own frame. */
const PATIENCE = { timeout: 30_000 };

let long: LongPages;
test.beforeAll(async () => {
  long = await serveLong();
});
test.afterAll(() => long.close());
test.setTimeout(240_000);

/** What a marker stands beside, as the page has it at one moment. */
interface Sight {
  readonly key: string;
  /** How far the marker reaches beyond its row, above, below or aside, in pixels. */
  readonly beyond: number;
  /** How far its middle is from its row's middle. */
  readonly offMiddle: number;
}

/** Every marker that is seen, beside the row of its deal; and how many rows are in the window in all. */
function sightsOf(
  page: Page,
): Promise<{ readonly sights: readonly Sight[]; readonly rows: number; readonly lost: number }> {
  return page.evaluate(() => {
    const scroller = document.querySelector('.scroller');
    // The headings stick; the part of the table that they belong to scrolls away.
    const top = document.querySelector('th')?.getBoundingClientRect().bottom ?? 0;
    const bottom =
      scroller === null ? innerHeight : scroller.getBoundingClientRect().top + scroller.clientHeight;
    const rows = new Map<string, DOMRect>();
    const whole = new Set<string>();
    for (const row of document.querySelectorAll('tbody tr')) {
      const box = row.getBoundingClientRect();
      const id = row.querySelector('a')?.getAttribute('href')?.split('/').at(-1) ?? '';
      rows.set(id, box);
      // Rows under the heading, or cut off below, may do without.
      if (box.top > top && box.bottom < bottom) whole.add(id);
    }
    const sights: { key: string; beyond: number; offMiddle: number }[] = [];
    let lost = 0;
    for (const marker of document.querySelectorAll<HTMLElement>('stafet-marker')) {
      if (marker.style.visibility === 'hidden') continue;
      const key = marker.getAttribute('data-stafet-deal') ?? '';
      const box = marker.getBoundingClientRect();
      const id = key.split('|').at(-1) ?? '';
      const row = rows.get(id);
      if (row === undefined) lost += 1;
      if (row === undefined || !whole.has(id)) continue;
      sights.push({
        key,
        beyond: Math.max(
          row.top - box.top,
          box.bottom - row.bottom,
          row.left - box.left,
          box.right - row.right,
        ),
        offMiddle: Math.abs((row.top + row.bottom) / 2 - (box.top + box.bottom) / 2),
      });
    }
    return { sights, rows: whole.size, lost };
  });
}

/** Every row that is seen whole has its marker, on its own row within a pixel, and no marker stands where it should not. */
async function expectMarkersOnRows(page: Page): Promise<void> {
  await expect(async () => {
    const { sights, rows, lost } = await sightsOf(page);
    expect(rows).toBeGreaterThan(10);
    expect(new Set(sights.map(({ key }) => key)).size, 'a marker for every row that is seen').toBe(rows);
    expect(sights, 'no row with two').toHaveLength(rows);
    expect(lost, 'markers beside no row of theirs').toBe(0);
    expect(Math.max(...sights.map(({ beyond }) => beyond))).toBeLessThanOrEqual(1);
    expect(Math.max(...sights.map(({ offMiddle }) => offMiddle))).toBeLessThanOrEqual(1);
  }).toPass(PATIENCE);
}

/** Every deal is stored as its revision on the page has it. */
async function expectStored(stafet: Stafet, shown: readonly LongDeal[]): Promise<void> {
  const wanted = new Map(shown.map((deal) => [deal.id, deal]));
  await expect(async () => {
    const stored = await stafet.table<Deal>('deals');
    const right = stored.filter((deal) => {
      const truth = wanted.get(deal.id);
      return truth !== undefined && JSON.stringify(said(deal)) === JSON.stringify(truthOf(truth));
    });
    const wrong = stored.find((deal) => wanted.has(deal.id) && !right.includes(deal));
    if (wrong !== undefined) expect(said(wrong)).toEqual(truthOf(wanted.get(wrong.id) ?? dealAt(0)));
    expect(right).toHaveLength(wanted.size);
  }).toPass(PATIENCE);
}

function said(deal: Deal) {
  const { name, account, amountMinor, currency, closeOn, owner, stage, crmProbability } = deal;
  return [
    name,
    account,
    amountMinor,
    currency,
    closeOn,
    owner,
    stage,
    crmProbability,
    deal.lastActivityOn,
    deal.createdOn,
  ];
}

function truthOf(deal: LongDeal) {
  const { name, account, amountMinor, closeOn, owner, stage, share } = deal;
  return [
    name,
    account,
    amountMinor,
    'EUR',
    closeOn,
    owner,
    stage,
    share / 100,
    deal.lastActivityOn,
    deal.createdOn,
  ];
}

/** The deals that the page has in its list now, each at its revision. */
async function shownBy(page: Page): Promise<readonly LongDeal[]> {
  const order = await page.evaluate(() => (window as unknown as LongWindow).long.list().order());
  return order.map(({ number, revision }) => dealAt(number, revision));
}

function act(page: Page, what: 'sort' | 'revise' | 'replace'): Promise<void> {
  return page.evaluate((step) => {
    const list = (window as unknown as LongWindow).long.list();
    if (step === 'sort') list.sort(7);
    else if (step === 'revise') list.revise(60);
    else list.replace();
  }, what);
}

function scrollTo(page: Page, top: number): Promise<void> {
  return page.evaluate((to) => {
    (window as unknown as LongWindow).long.list().scroller().scrollTop = to;
  }, top);
}

async function open(stafet: Stafet, kind: ListKind): Promise<Page> {
  const page = await openLong(stafet.context, long, kind);
  await page.bringToFront();
  return page;
}

const shiftOfOurs = (page: Page) => page.evaluate(() => (window as unknown as LongWindow).seen.ourShift);

test('a table of 2,000 rows is stored as shown, and its markers stay on their rows through scrolling and drawing anew', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${long.url}/*`] });
  const page = await open(stafet, 'table');
  await expectMarkersOnRows(page);
  await expectStored(stafet, await shownBy(page));
  expect(await stafet.table('deals')).toHaveLength(ROWS);

  await page.bringToFront();
  for (const top of [700, 26_000, 52_000, 13_337, 40]) {
    await scrollTo(page, top);
    await expectMarkersOnRows(page);
  }
  for (const what of ['revise', 'sort', 'replace'] as const) {
    await act(page, what);
    await expectMarkersOnRows(page);
    await scrollTo(page, 9_500);
    await expectMarkersOnRows(page);
    await scrollTo(page, 300);
  }
  await expectStored(stafet, await shownBy(page));
  expect(await shiftOfOurs(page), 'layout shift of ours').toBe(0);
});

test('a virtual list keeps its markers on their rows while it gives them to other deals by their texts alone', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${long.url}/*`] });
  const page = await open(stafet, 'virtual');
  await expectMarkersOnRows(page);
  const seen = new Map<string, LongDeal>();
  const look = async () => {
    const ids = (await sightsOf(page)).sights.map(({ key }) => key.split('|').at(-1) ?? '');
    for (const deal of await shownBy(page)) if (ids.includes(deal.id)) seen.set(deal.id, deal);
  };
  for (const top of [600, 20_000, 45_000, 44_000, 100]) {
    await scrollTo(page, top);
    await expectMarkersOnRows(page);
    await look();
  }
  await act(page, 'sort');
  await expectMarkersOnRows(page);
  await look();
  expect(seen.size).toBeGreaterThan(60);
  await expectStored(stafet, [...seen.values()]);
  expect(await shiftOfOurs(page), 'layout shift of ours').toBe(0);
});

test('while a list scrolls no marker stays beside another deal’s row for longer than a frame', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${long.url}/*`] });
  for (const kind of ['table', 'virtual'] satisfies ListKind[]) {
    const page = await open(stafet, kind);
    await expectMarkersOnRows(page);
    const wrong = await page.evaluate(async () => {
      const scroller = (window as unknown as LongWindow).long.list().scroller();
      const nameAt = (x: number, y: number) =>
        document
          .elementsFromPoint(x, y)
          .find((element) => element.localName === 'td')
          ?.closest('tr')
          ?.querySelector('a')
          ?.getAttribute('href');
      const wrong: string[][] = [];
      for (let frame = 0; frame < 90; frame += 1) {
        scroller.scrollTop += frame < 45 ? 61 : -61;
        await new Promise(requestAnimationFrame);
        // After the frame, when everybody has drawn.
        await new Promise((done) => setTimeout(done));
        const found: string[] = [];
        for (const marker of document.querySelectorAll<HTMLElement>('stafet-marker')) {
          if (marker.style.visibility === 'hidden') continue;
          const box = marker.getBoundingClientRect();
          const id = marker.getAttribute('data-stafet-deal')?.split('|').at(-1);
          const href = nameAt(box.left - 3, (box.top + box.bottom) / 2);
          if (href !== undefined && !href?.endsWith(`/${id}`)) found.push(`${frame}: ${id} beside ${href}`);
        }
        wrong.push(found);
      }
      // A page that scrolls within its own frame is heard of in the next one, and no sooner.
      return wrong.filter((found, frame) => found.length > 0 && (wrong[frame - 1] ?? []).length > 0).flat();
    });
    expect(wrong).toEqual([]);
    await page.close();
  }
});

test('somebody who moves from deal to deal faster than the pages answer leaves no deal with the values of another', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${long.url}/*`] });
  const page = await stafet.context.newPage();
  const [one, two, three] = [dealAt(11), dealAt(12), dealAt(13)];
  const go = (id: string) =>
    page.evaluate((to) => (window as unknown as LongWindow).long.go(`/deals/${to}`), id);
  await page.goto(`${long.url}/deals/${dealAt(10).id}`);
  await expectStored(stafet, [dealAt(10)]);
  await page.bringToFront();

  await go(one.id);
  // Its answer was quick; the next ones are not.
  await page.evaluate(() => (window as unknown as LongWindow).long.answerAfter(2500));
  await go(two.id);
  await page.waitForTimeout(1800);
  expect((await stafet.table<Deal>('deals')).map(({ id }) => id)).not.toContain(two.id);
  await page.bringToFront();
  await go(three.id);
  await expect(page.getByRole('heading', { name: three.name })).toBeVisible();
  await expectStored(stafet, [three]);
  const stored = await stafet.table<Deal>('deals');
  for (const deal of stored) {
    const truth = [dealAt(10), one, two, three].find(({ id }) => id === deal.id);
    expect(said(deal)).toEqual(truthOf(truth ?? dealAt(0)));
  }
  const changes = await stafet.table('changes');
  expect(changes, 'nothing was first stored wrong and then put right').toEqual([]);

  await page.evaluate(() => (window as unknown as LongWindow).long.answerAfter(0));
  await page.evaluate(() => (window as unknown as LongWindow).long.go('/deals?rows=2000'));
  await expectMarkersOnRows(page);
  await expectStored(stafet, await shownBy(page));
});
