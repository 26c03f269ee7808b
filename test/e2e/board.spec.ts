import type { Deal } from '../../lib/deal/deal';
import type { RunningDemo } from '../demo/serve';
import { expect, test, type Stafet } from './fixtures';

/** In Danish the page says `kr.`, which three currencies are called. */
function currencyAs(lang: string, currency: string | undefined) {
  return lang === 'da' && currency === 'DKK' ? { currencySymbol: 'kr.' } : { currency };
}

/** Every card of the page is stored as the CRM has the deal. */
async function expectBoardStored(
  stafet: Stafet,
  demo: RunningDemo,
  { cards, lang }: { readonly cards: number; readonly lang: string },
): Promise<void> {
  await expect.poll(async () => (await stafet.table('deals')).length, { timeout: 15_000 }).toBe(cards);
  for (const deal of await stafet.table<Deal>('deals')) {
    const truth = demo.data.deals.find(({ id }) => String(id) === deal.id);
    expect(deal, deal.name ?? deal.key).toMatchObject({
      name: truth?.name,
      account: truth?.account,
      amountMinor: truth?.amount === null ? null : Math.round((truth?.amount ?? Number.NaN) * 100),
      ...(truth?.amount === null ? {} : currencyAs(lang, truth?.currency)),
      stage: truth?.stage,
      closeOn: truth?.closeOn,
    });
  }
}

for (const lang of ['en', 'da', 'de'] as const) {
  test(`a board is read as its cards and columns show it, and bears markers (${lang})`, async ({
    demo,
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
    const page = await stafet.context.newPage();
    await page.goto(`${demo.url}/deals?view=open&layout=board&lang=${lang}`);
    await page.locator('.tile').first().waitFor();
    const cards = await page.locator('.tile').count();
    expect(cards).toBeGreaterThan(60);
    await expectBoardStored(stafet, demo, { cards, lang });
    await expect.poll(() => page.locator('stafet-marker').count()).toBeGreaterThan(5);
    if (process.env['STAFET_SHOTS'])
      await page.screenshot({ path: `${process.env['STAFET_SHOTS']}/board-${lang}.png` });
  });
}

test('cards without an id are held apart, out of every total', async ({ demo, launchWithExtension }) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await page.goto(`${demo.url}/deals?view=open&layout=board&ids=hidden`);
  await page.locator('.tile').first().waitFor();
  const cards = await page.locator('.tile').count();
  await expect
    .poll(async () => (await stafet.table('unidentified')).length, { timeout: 15_000 })
    .toBeGreaterThan(cards * 0.9);
  expect(await stafet.table('deals')).toEqual([]);
});
