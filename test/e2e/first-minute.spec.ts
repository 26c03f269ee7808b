import type { Deal } from '../../lib/deal/deal';
import { expect, test } from './fixtures';
import { sampleCrm } from './sample-crm';

test('from an unknown site to figures: a click on the toolbar, a click on "read", and the open tab is read', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension();
  stafet.outbound.allow(demo.url);
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('won');
  const { host } = new URL(demo.url);

  const stranger = await stafet.openPopup(page);
  await expect(stranger.getByTestId('grant'), 'without a click the address of a tab is unknown').toHaveCount(
    0,
  );
  await stranger.close();

  await stafet.clickAction(page);
  const popup = await stafet.openPopup(page);
  await expect(popup.getByText(host)).toBeVisible();
  await expect(popup.getByTestId('won')).toHaveCount(0);
  expect(await stafet.table('deals'), 'seeing the address reads nothing').toEqual([]);
  expect(await stafet.badge()).toBe('');

  await stafet.answerPrompt(demo.url);
  await popup.bringToFront();
  await popup.getByTestId('grant').click();

  await expect(popup.getByTestId('won')).toContainText(/\d/);
  await expect(popup.getByTestId('completeness')).toBeVisible();
  await expect(popup.getByTestId('grant')).toHaveCount(0);
  const stored = await stafet.table<Deal>('deals');
  expect(stored.length).toBeGreaterThanOrEqual(25);
  for (const deal of stored) {
    const truth = demo.data.deals.find(({ id }) => String(id) === deal.id);
    expect(deal, deal.key).toMatchObject({ name: truth?.name, stage: truth?.stage, outcome: 'won' });
  }
  await expect.poll(stafet.badge).toMatch(/^\d/);
});
