import type { Page } from '@playwright/test';
import type { Deal, DealChange } from '../../lib/deal/deal';
import { startFakeTryton } from './fake-tryton';
import { expect, test } from './fixtures';
import { lifecycleOf } from './lifecycle';
import { sampleCrm } from './sample-crm';
import { readOverlay } from './surfaces';

const rows = 500;
/** Another in every turn: what is stored says of which turn it is. */
const stages = ['New', 'Qualified', 'Meeting', 'Demo', 'Proposal', 'Negotiation', 'Contract'];

/** A list of 500 deals that draws all of them anew, in the next stage, each time it is asked to. */
const bigList = `<!doctype html><html lang="en"><head><title>Deals</title></head><body><main><h1>Deals</h1>
<table><thead><tr><th>Name</th><th>Account</th><th>Stage</th><th>Amount</th><th>Close date</th></tr></thead>
<tbody></tbody></table></main><script>
let turn = -1;
function draw() {
  turn += 1;
  document.querySelector('tbody').innerHTML = Array.from({ length: ${rows} }, (_, n) =>
    '<tr><td><a href="/deals/' + (n + 1) + '">Deal ' + (n + 1) + '</a></td><td>Havsalt Hotels</td><td>' +
    ${JSON.stringify(stages)}[turn] + '</td><td>EUR ' + (n + 1) + '.00</td><td>2026-12-01</td></tr>').join('');
}
draw();
</script></body></html>`;

const draw = (page: Page) => page.evaluate(() => (window as unknown as { draw: () => void }).draw());

test('a worker that is killed between batches and in the middle of them loses none, and stores none twice', async ({
  demo,
  launchWithExtension,
}) => {
  test.setTimeout(120_000);
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const life = lifecycleOf(stafet);
  const page = await stafet.context.newPage();
  await page.route(`${demo.url}/big`, (route) => route.fulfill({ contentType: 'text/html', body: bigList }));
  await page.goto(`${demo.url}/big`);
  await expect.poll(async () => (await stafet.table('deals')).length).toBe(rows);

  const turns = stages.length - 1;
  for (let turn = 1; turn <= turns; turn += 1) {
    await page.bringToFront();
    await draw(page);
    // Only a message wakes it: after the first kill it runs because the batch is sent again.
    await life.killOften(3, { least: 20, most: 160 });
  }

  const stage = stages[turns];
  await expect
    .poll(async () => (await stafet.table<Deal>('deals')).filter((deal) => deal.stage === stage).length, {
      timeout: 30_000,
    })
    .toBe(rows);
  const byDeal = new Map<string, DealChange[]>();
  for (const change of await stafet.table<DealChange>('changes'))
    byDeal.set(change.key, [...(byDeal.get(change.key) ?? []), change]);
  expect(byDeal.size).toBe(rows);
  for (const [key, changes] of byDeal) {
    const chain = changes.toSorted((a, b) => a.at.localeCompare(b.at));
    expect(chain[0]?.from, key).toBe(stages[0]);
    expect(chain.at(-1)?.to, key).toBe(stage);
    for (const [nth, change] of chain.entries())
      if (nth > 0)
        expect(change.from, `${key}: each change begins where the last one ended`).toBe(chain[nth - 1]?.to);
  }
});

test('a sync goes on over every death of the worker, and ends complete', async ({ launchWithExtension }) => {
  test.setTimeout(180_000);
  const [deals, withPast] = [1200, 120];
  const tryton = await startFakeTryton(deals, withPast);
  const stafet = await launchWithExtension({ hosts: [`${tryton.url}/*`] });
  const life = lifecycleOf(stafet);
  const page = await stafet.context.newPage();
  await page.goto(tryton.list);
  const popup = await stafet.openPopup(page);
  await page.bringToFront();
  await popup.getByTestId('sync').click();
  const sync = async () => (await stafet.table<{ status: string; history: { done: number } }>('syncs'))[0];
  // Sooner than a fast machine has read all.
  await life.killOften(6, { least: 50, most: 300 });

  await expect.poll(async () => (await sync())?.status, { timeout: 90_000 }).toBe('done');
  expect(await sync()).toMatchObject({ deals: { done: deals }, history: { done: deals }, problems: [] });
  const stored = await stafet.table<Deal>('deals');
  expect(stored).toHaveLength(deals);
  for (const deal of stored)
    expect(deal).toMatchObject({
      name: `Deal ${deal.id}`,
      amountMinor: Number(deal.id) * 100 + 50,
      stage: 'opportunity',
    });
  const changes = await stafet.table<DealChange>('changes');
  expect(changes).toHaveLength(withPast);
  expect(new Set(changes.map(({ key }) => key)).size).toBe(withPast);
  for (const change of changes)
    expect(change).toMatchObject({ field: 'stage', from: 'lead', to: 'opportunity' });
  await tryton.close();
});

test('an import goes on over every death of the worker, and counts each deal once', async ({
  launchWithExtension,
}) => {
  test.setTimeout(120_000);
  const stafet = await launchWithExtension();
  const life = lifecycleOf(stafet);
  const settings = await stafet.open('dashboard.html#/settings');
  const count = 6000;
  const at = '2026-03-02T10:00:00.000Z';
  const deals = Array.from({ length: count }, (_, nth) => {
    const id = String(nth).padStart(5, '0');
    const tenant = 'crm.example.com/sales';
    const seen = { firstSeenAt: at, seenAt: at, seenVia: 'page', contentHash: id };
    const key = `tryton|${tenant}|${id}`;
    return { key, crm: 'tryton', tenant, host: 'crm.example.com', id, stage: 'lead', sources: {}, ...seen };
  });
  const buffer = Buffer.from(JSON.stringify({ stafet: 1, exportedAt: at, tables: { deals } }));
  await settings
    .getByTestId('import')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
  await expect(settings.getByTestId('import-progress')).toBeVisible();
  await life.killOften(5, { least: 30, most: 250 });
  await expect(settings.getByTestId('import-done')).toContainText('6,000 deals added.', { timeout: 90_000 });
  await expect(settings.getByTestId('import-done')).not.toContainText('stay');
  expect((await stafet.table('deals')).length).toBe(count);
});

test('what a user sets is set, though the worker dies over it', async ({ launchWithExtension }) => {
  const stafet = await launchWithExtension();
  const life = lifecycleOf(stafet);
  const settings = await stafet.open('dashboard.html#/settings');
  const period = settings.getByTestId('setting-period');
  for (const [nth, wanted] of ['month', 'quarter', 'month', 'quarter', 'month'].entries()) {
    // Once it is set nobody wakes another worker: a second death is not to be had for certain.
    await Promise.all([life.killOften(1, { least: 0, most: 30 + 20 * nth }), period.selectOption(wanted)]);
    await expect
      .poll(async () => (await stafet.table<{ value: object }>('settings'))[0]?.value)
      .toMatchObject({ fiscal: { period: wanted } });
  }
  await expect(settings.locator('[role="alert"]')).toHaveCount(0);
});

test('a worker that dies over a grant leaves nothing undone: the open tab is read', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension();
  stafet.outbound.allow(demo.url);
  const life = lifecycleOf(stafet);
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('open');
  await stafet.clickAction(page);
  const popup = await stafet.openPopup(page);
  await stafet.answerPrompt(demo.url);
  await popup.bringToFront();
  await Promise.all([life.killOften(3, { least: 0, most: 60 }), popup.getByTestId('grant').click()]);
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  await expect.poll(async () => (await readOverlay(page)).length).toBeGreaterThan(5);
});

test('a worker that dies over a revocation still asks, and nothing more of the site is stored', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension();
  stafet.outbound.allow(demo.url);
  const life = lifecycleOf(stafet);
  const page = await stafet.context.newPage();
  const crm = sampleCrm(page, demo.url);
  await crm.openList('open');
  await stafet.grantHost(demo.url);
  await page.bringToFront();
  await expect.poll(async () => (await readOverlay(page)).length).toBeGreaterThan(5);
  const kept = (await stafet.table('deals')).length;

  await Promise.all([life.killOften(2, { least: 0, most: 60 }), stafet.revokeHost(demo.url)]);
  await page.bringToFront();
  await crm.nextPage();
  await expect.poll(async () => (await readOverlay(page)).length).toBe(0);
  expect(await stafet.table('deals'), 'nothing is stored after the revocation').toHaveLength(kept);
  await expect
    .poll(() => stafet.table('sites'))
    .toMatchObject([{ host: new URL(demo.url).host, askSince: expect.any(String) as unknown }]);
});
