import type { Page } from '@playwright/test';
import type { Deal, DealChange } from '../../lib/deal/deal';
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

test('a history of deals is told by its headings, shown as ways through the stages, and stored once', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({});
  const settings = await stafet.open('dashboard.html#/settings');
  const form = settings.getByTestId('csv-form');
  await choose(
    settings,
    [
      'Record ID;Deal name;Amount (EUR);Deal stage',
      '501;Sloop rigging;900,50;Talks',
      '502;Brig refit;1.200,00;Gold',
    ].join('\n'),
  );
  await form.getByTestId('csv-name').fill('Havn');
  await form.getByTestId('csv-preview').click();
  await form.getByTestId('csv-confirm').click();
  await expect(settings.getByTestId('csv-done')).toContainText('2 deals added.');

  const history = [
    'Record ID;Field / Event;Old Value;New Value;Edit Date',
    '501;Stage;;Lead;13.01.2026',
    '501;Stage;Lead;Talks;20.02.2026',
    '502;Stage;Lead;Talks;20.02.2026 10:15',
    '502;Stage;Talks;Gold;01.03.2026 11:30',
    '502;Amount;1.000,00;1.200,00;01.03.2026 11:30',
    '502;Probability;10;20;01.03.2026 11:30',
    '999;Stage;Lead;Talks;20.02.2026',
  ].join('\n');
  await choose(settings, history);
  await expect(form.getByTestId('csv-kind')).toHaveValue('history');
  await expect(form.getByTestId('csv-from')).toHaveValue('Old Value');
  await expect(form.locator('[data-field-name="Stage"] select')).toHaveValue('stage');
  await expect(form.locator('[data-field-name="Probability"] select')).toHaveValue('');
  await form.getByTestId('csv-place').selectOption({ label: 'Havn (2 deals)' });
  await form.getByTestId('csv-preview').click();
  await expect(form.getByTestId('csv-counts')).toHaveText(
    '7 rows. 2 deals get something new. 1 row is of a field whose changes are not kept. ' +
      '1 row cannot be read and is left out. Stage: 3 changes, 3 new. Amount: 1 change, 1 new.',
  );
  await expect(form.getByTestId('csv-paths').locator('tbody tr').first()).toHaveText(
    '501Sloop riggingLead → Talks (Feb 20, 2026)',
  );
  await expect(form.getByTestId('csv-problems').locator('li')).toHaveText([/^Row 8: no such deal here/]);
  if (process.env['STAFET_SHOTS']) {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 420]) {
        await settings.emulateMedia({ colorScheme });
        await settings.setViewportSize({ width, height: 900 });
        await settings
          .locator('[data-testid="csv-form"]')
          .screenshot({ path: `${process.env['STAFET_SHOTS']}/history-${width}-${colorScheme}.png` });
      }
    await settings.setViewportSize({ width: 1280, height: 900 });
  }
  expect(await findAxeViolations(settings)).toEqual([]);
  expect(await stafet.table('changes')).toEqual([]);

  await form.getByTestId('csv-confirm').click();
  await expect(settings.getByTestId('csv-done')).toContainText(
    '2 deals changed. 4 changes added to the history.',
  );
  const changes = await stafet.table<DealChange>('changes');
  expect(changes.map(({ key, field, from, to, source }) => [key, field, from, to, source])).toEqual([
    ['file|Havn|501', 'stage', 'Lead', 'Talks', 'history'],
    ['file|Havn|502', 'stage', 'Lead', 'Talks', 'page'],
    ['file|Havn|502', 'stage', 'Talks', 'Gold', 'page'],
    ['file|Havn|502', 'amountMinor', 100_000, 120_000, 'page'],
  ]);

  await choose(settings, history);
  await form.getByTestId('csv-place').selectOption({ label: 'Havn (2 deals)' });
  await form.getByTestId('csv-preview').click();
  await expect(form.getByTestId('csv-counts')).toContainText('Of 2 deals all is known or left out.');
  await expect(form.getByTestId('csv-confirm')).toBeDisabled();
});
