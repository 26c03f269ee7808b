import { startFakeTryton } from './fake-tryton';
import { expect, test } from './fixtures';

test('a sync that the worker refuses before it begins ends with a sentence', async ({
  launchWithExtension,
}) => {
  // No database of a Tryton has such a name, and no message may bring it.
  const tryton = await startFakeTryton(30, 0, 'x'.repeat(600));
  const stafet = await launchWithExtension({ hosts: [`${tryton.url}/*`] });
  const page = await stafet.context.newPage();
  await page.goto(tryton.list);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('sync').click();
  await expect(popup.getByTestId('sync-stopped')).toHaveText(
    'Stafet could not begin to read the whole pipeline. Reload the page in your CRM, then try again.',
  );
  await expect(popup.getByTestId('sync')).toHaveText('Try again');
  expect(await stafet.table('syncs')).toEqual([]);
  expect(await stafet.table('deals')).toEqual([]);
  await tryton.close();
});
