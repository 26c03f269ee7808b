import type { Deal } from '../../lib/deal/deal';
import { expect, test } from './fixtures';

test('deals of a CRM that nobody named arrive in the store as the page shows them, and in the popup', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await page.goto(`${demo.url}/deals?view=open`);
  await expect
    .poll(async () => (await stafet.table('deals')).length, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(25);

  const stored = await stafet.table<Deal>('deals');
  for (const deal of stored) {
    const truth = demo.data.deals.find(({ id }) => String(id) === deal.id);
    expect(deal, deal.name ?? deal.key).toMatchObject({
      name: truth?.name,
      account: truth?.account,
      amountMinor: truth?.amount === null ? null : Math.round((truth?.amount ?? Number.NaN) * 100),
      stage: truth?.stage,
      closeOn: truth?.closeOn,
      outcome: 'open',
    });
  }

  const popup = await stafet.openPopup(page);
  await expect(popup.getByTestId('open')).toBeVisible();
});
