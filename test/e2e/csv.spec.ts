import type { Page } from '@playwright/test';
import type { Deal } from '../../lib/deal/deal';
import { expect, test } from './fixtures';
import { sampleCrm } from './sample-crm';
import { findAxeViolations } from './axe';

async function choose(settings: Page, text: string): Promise<void> {
  await settings
    .getByTestId('csv-import')
    .setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
}

const file = [
  '\uFEFFRecord ID;Deal name;Amount (EUR);Deal stage;Close date',
  '501;Sloop rigging;12.000,50;Talks;24-12-2026',
  '502;"Brig; refit";900,00;Gold;01-02-2027',
  '503;Keel laying;1.5e;Talks;03-04-2027',
  ';No id;1,00;Talks;03-04-2027',
].join('\r\n');

test('a CRM’s export is understood, shown, and stored when the user says so; again it changes nothing', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({});
  const settings = await stafet.open('dashboard.html#/settings');
  await choose(settings, file);
  const form = settings.getByTestId('csv-form');
  await expect(form.getByTestId('csv-id')).toHaveValue('Record ID');
  await expect(form.locator('[data-column="Deal stage"] select')).toHaveValue('stage');
  const preview = form.getByTestId('csv-preview');
  await expect(preview).toBeDisabled();
  await form.getByTestId('csv-name').fill('Havn');
  await form.locator('[data-stage="Talks"]').getByRole('combobox').selectOption('open');
  await form.locator('[data-stage="Gold"]').getByRole('combobox').selectOption('won');
  // By keyboard: Enter in the form shows it.
  await form.getByTestId('csv-name').press('Enter');
  await expect(form.getByTestId('csv-counts')).toHaveText(
    '4 rows. 3 new deals. 1 row cannot be read and is left out. 1 value is not sure and is left out; the rest of its row is taken.',
  );
  await expect(form.getByTestId('csv-rows').locator('tbody tr')).toHaveCount(3);
  await expect(form.getByTestId('csv-problems').locator('li')).toHaveText([
    'Row 4: amount not understood (Amount): 1.5e',
    /^Row 5: no id/,
  ]);
  if (process.env['STAFET_SHOTS'])
    await settings.screenshot({ path: `${process.env['STAFET_SHOTS']}/csv.png`, fullPage: true });
  expect(await findAxeViolations(settings)).toEqual([]);
  expect(await stafet.table('deals')).toEqual([]);

  await form.getByTestId('csv-confirm').click();
  await expect(settings.getByTestId('csv-done')).toContainText('3 deals added.');
  const deals = await stafet.table<Deal>('deals');
  expect(
    deals.map(({ key, name, amountMinor, currency, stage, outcome, closeOn }) => [
      key,
      name,
      amountMinor,
      currency,
      stage,
      outcome,
      closeOn,
    ]),
  ).toEqual([
    ['file|Havn|501', 'Sloop rigging', 1_200_050, 'EUR', 'Talks', 'open', '2026-12-24'],
    ['file|Havn|502', 'Brig; refit', 90_000, 'EUR', 'Gold', 'won', '2027-02-01'],
    ['file|Havn|503', 'Keel laying', undefined, undefined, 'Talks', 'open', '2027-04-03'],
  ]);
  const [download] = await Promise.all([
    settings.waitForEvent('download'),
    settings.getByTestId('csv-save-problems').click(),
  ]);
  expect(download.suggestedFilename()).toBe('stafet-left-out.csv');

  await choose(settings, file);
  await form.getByTestId('csv-place').selectOption({ label: 'Havn (3 deals)' });
  await form.locator('[data-stage="Talks"]').getByRole('combobox').selectOption('open');
  await form.locator('[data-stage="Gold"]').getByRole('combobox').selectOption('won');
  await preview.click();
  await expect(form.getByTestId('csv-counts')).toContainText('3 deals stay as they are here.');
  await expect(form.getByTestId('csv-confirm')).toBeDisabled();
});

test('an export of a CRM whose pages were read completes those deals and leaves what was read since', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await sampleCrm(page, demo.url).openList('open');
  await expect.poll(async () => (await stafet.table('deals')).length).toBeGreaterThanOrEqual(25);
  await page.close();
  const before = await stafet.table<Deal>('deals');
  const [deal] = before;
  if (deal === undefined) throw new Error('no deal was read');

  const settings = await stafet.open('dashboard.html#/settings');
  const text = `Id,Name,Region,Stage\n${deal.id},Renamed,North,${deal.stage}\n`;
  const form = settings.getByTestId('csv-form');
  await choose(settings, text);
  await form.getByTestId('csv-place').selectOption({ index: 1 });
  // Exported the day before: what the page has shown since stays, and what it did not show is new.
  await form.getByTestId('csv-on').fill('2026-01-01');
  await form.getByTestId('csv-preview').click();
  await form.getByTestId('csv-confirm').click();
  await expect(settings.getByTestId('csv-done')).toHaveText('1 deal changed.');
  const after = await stafet.table<Deal>('deals');
  expect(after).toHaveLength(before.length);
  expect(after.find(({ key }) => key === deal.key)).toMatchObject({ name: deal.name, region: 'North' });
});
