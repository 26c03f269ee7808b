import type { Page } from '@playwright/test';
import type { Lead } from '../../lib/deal/lead';
import type { HandoffRow } from '../../lib/handoff/handoff-row';
import { expect, test } from './fixtures';
import { findAxeViolations } from './axe';

async function choose(settings: Page, name: string, rows: readonly string[]): Promise<void> {
  await settings
    .getByTestId('csv-import')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
}

/** A day so many days ago. */
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('leads are imported, make a handoff of the deal that one became, and importing them again changes nothing', async ({
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({});
  const settings = await stafet.open('dashboard.html#/settings');
  const form = settings.getByTestId('csv-form');
  const leads = [
    'Lead ID;Name;Lead Source;Lead Owner;Create Date;Converted;Converted Date;Converted Opportunity ID',
    `L1;Sara Holm;Referral;Ana Vik;${ago(40)};Yes;${ago(20)};501`,
    `L2;Per Lund;Website;Ana Vik;${ago(35)};Yes;${ago(10)};502`,
    `L3;Eva Dahl;Website;Ana Vik;${ago(30)};No;;`,
    `L4;Ib Krag;Website;Ana Vik;soon;No;;`,
  ];
  // Leads first: what they became is not here yet.
  await choose(settings, 'leads.csv', leads);
  await expect(form.getByTestId('csv-kind')).toHaveValue('leads');
  await expect(form.getByTestId('csv-id')).toHaveValue('Lead ID');
  await expect(form.getByTestId('csv-lead-convertedTo')).toHaveValue('Converted Opportunity ID');
  await form.getByTestId('csv-name').fill('Havn');
  await form.getByTestId('csv-preview').click();
  await expect(form.getByTestId('csv-counts')).toHaveText(
    '4 rows. 4 new leads. 2 became deals that are not here yet. ' +
      '1 value is not sure and is left out; the rest of its row is taken.',
  );
  await expect(form.getByTestId('csv-rows').locator('tbody tr')).toHaveCount(4);
  await expect(form.getByTestId('csv-problems').locator('li')).toHaveText([
    'Row 5: date not understood: soon',
  ]);
  if (process.env['STAFET_SHOTS'])
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 420]) {
        await settings.emulateMedia({ colorScheme });
        await settings.setViewportSize({ width, height: 900 });
        await form.screenshot({
          path: `${process.env['STAFET_SHOTS']}/leads-csv-${width}-${colorScheme}.png`,
        });
      }
  await settings.setViewportSize({ width: 1280, height: 900 });
  expect(await findAxeViolations(settings)).toEqual([]);
  expect(await stafet.table('leads')).toEqual([]);
  await form.getByTestId('csv-confirm').click();
  await expect(settings.getByTestId('csv-done')).toContainText('4 new leads.');
  const stored = await stafet.table<Lead>('leads');
  expect(stored.map(({ key, convertedTo, convertedOn }) => [key, convertedTo, convertedOn])).toEqual([
    ['file|Havn|L1', 'file|Havn|501', ago(20)],
    ['file|Havn|L2', 'file|Havn|502', ago(10)],
    ['file|Havn|L3', null, null],
    ['file|Havn|L4', null, null],
  ]);

  // They are shown before any deal is here.
  const alone = await stafet.open('dashboard.html#/handoffs?period=12m');
  await expect(alone.getByTestId('lead-months')).toBeVisible();
  await expect(alone.getByTestId('view-handoffs')).toContainText('No deal has been read yet.');
  const all = alone.getByTestId('lead-sources').locator('tr[data-of="all"]');
  await expect(all.getByTestId('lead-leads')).toHaveText('3');
  await alone.close();

  await choose(settings, 'deals.csv', [
    'Record ID;Deal name;Amount (EUR);Deal stage;Deal owner;Create date',
    `501;Sloop rigging;900,50;Talks;Ben Rask;${ago(20)}`,
    `503;Keel laying;1.200,00;Talks;Ben Rask;${ago(12)}`,
  ]);
  await expect(form.getByTestId('csv-kind')).toHaveValue('deals');
  await form.getByTestId('csv-place').selectOption({ label: 'Havn (0 deals)' });
  await form.locator('[data-stage="Talks"]').getByRole('combobox').selectOption('open');
  await form.getByTestId('csv-preview').click();
  await form.getByTestId('csv-confirm').click();
  await expect(settings.getByTestId('csv-done')).toContainText('2 deals added.');

  const handoffs = await stafet.open('dashboard.html#/handoffs?period=12m');
  await expect(handoffs.getByTestId('view-handoffs')).toHaveAttribute('aria-busy', 'false');
  await expect
    .poll(async () => (await stafet.table<HandoffRow>('handoffs')).map(({ key }) => key))
    .toEqual(['file|Havn|501|1']);
  expect(await stafet.table<HandoffRow>('handoffs')).toMatchObject([
    { rule: 2, from: 'Ana Vik', to: 'Ben Rask', decision: 'undecided' },
  ]);

  const seeds = handoffs.getByTestId('lead-sources').locator('tr[data-of="seeds"]');
  const nets = handoffs.getByTestId('lead-sources').locator('tr[data-of="nets"]');
  await expect(seeds.getByTestId('lead-leads')).toHaveText('1');
  // The deal names no source: its lead does.
  await expect(seeds.getByTestId('lead-deals')).toHaveText('1');
  await expect(seeds.getByTestId('lead-open').first()).toHaveText('€901');
  await expect(nets.getByTestId('lead-leads')).toHaveText('2');
  await expect(handoffs.getByTestId('lead-months')).toBeVisible();
  if (process.env['STAFET_SHOTS'])
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 420]) {
        await handoffs.emulateMedia({ colorScheme });
        await handoffs.setViewportSize({ width, height: 900 });
        await handoffs.screenshot({
          path: `${process.env['STAFET_SHOTS']}/leads-view-${width}-${colorScheme}.png`,
          fullPage: true,
        });
      }
  await handoffs.setViewportSize({ width: 1280, height: 900 });
  expect(await findAxeViolations(handoffs)).toEqual([]);
  // Each figure opens to its leads or deals, and these to theirs.
  await seeds.getByTestId('lead-leads').click();
  const shown = handoffs.getByTestId('leads-shown');
  await expect(shown).toHaveAttribute('data-n', '1');
  await expect(shown.locator('tr[data-lead]')).toContainText('Sara Holm');
  await expect(shown.getByRole('link', { name: 'Sloop rigging' })).toHaveAttribute(
    'href',
    /deal=file%7CHavn%7C501/,
  );
  await handoffs.keyboard.press('Escape');
  await expect(shown).toHaveCount(0);
  await nets.getByTestId('lead-leads').click();
  await expect(shown.locator('tr[data-lead]').filter({ hasText: 'Per Lund' })).toContainText('not read yet');
  await handoffs.keyboard.press('Escape');

  const drawer = await stafet.open('dashboard.html#/deals?deal=file%7CHavn%7C501');
  await expect(drawer.getByTestId('deal-handoffs')).toContainText('Ana Vik');
  await expect(drawer.getByTestId('deal-handoffs')).toContainText('Found by: ');
  await expect(drawer.getByTestId('deal-handoffs')).toContainText('lead');

  await choose(settings, 'leads.csv', leads);
  await form.getByTestId('csv-place').selectOption({ label: 'Havn (2 deals)' });
  await form.getByTestId('csv-preview').click();
  await expect(form.getByTestId('csv-counts')).toContainText('4 leads stay as they are here.');
  await expect(form.getByTestId('csv-counts')).toContainText('1 became a deal that is here.');
  await expect(form.getByTestId('csv-confirm')).toBeDisabled();
});
