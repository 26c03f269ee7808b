import { readFileSync } from 'node:fs';
import type { Deal } from '../../lib/deal/deal';
import type { Mapping } from '../../lib/deal/mapping';
import { expect, test } from './fixtures';

/** A list whose headings say nothing, or the wrong thing; ids stand in its links. */
const rows = [
  ['Sloop rigging', 'Havn Marine', 'Grün', '12.000,50 €', '7 %'],
  ['Brig refit', 'Strand & Co', 'Rot', '900,00 €', '70 %'],
  ['Keel laying', 'Havn Marine', 'Gold', '1.500,00 €', '100 %'],
];
const html = `<!doctype html><html lang="de"><title>Vorgänge</title><main><h1>Vorgänge</h1><table>
  <thead><tr><th>Vorgang</th><th>Firma</th><th>Lage</th><th>Summe X</th><th>Betrag</th></tr></thead>
  <tbody>${rows
    .map(
      (cells, nth) =>
        `<tr>${cells.map((cell, at) => `<td>${at === 0 ? `<a href="/vorgaenge/${41 + nth * 7}">${cell}</a>` : cell}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></main></html>`;

test('a list that nobody understands is taught once, read at once, and never asked for again', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await page.route(`${demo.url}/vorgaenge`, (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(`${demo.url}/vorgaenge`);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('teach').click();
  const column = (heading: string) => popup.locator(`[data-column="${heading}"] select`);
  await expect(column('lage')).toHaveValue('');
  await expect(column('betrag')).toHaveValue('amount');
  expect(await stafet.table('deals')).toEqual([]);

  // The page shows which column is meant, and takes the user's finger.
  await column('lage').focus();
  await expect(page.locator('stafet-highlight')).toHaveCount(1);
  await popup.getByTestId('teach-point').click();
  await page.bringToFront();
  await expect(page.locator('stafet-highlight[data-pointing]')).toHaveCount(1);
  const place = await page.getByText('900,00 €').boundingBox();
  await page.mouse.move((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
  if (process.env['STAFET_SHOTS'])
    await page.screenshot({ path: `${process.env['STAFET_SHOTS']}/teach-page.png` });
  await page.mouse.click((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
  await expect(page.locator('stafet-highlight[data-pointing]')).toHaveCount(0);
  await popup.bringToFront();
  await expect(column('summe x')).toBeFocused();

  const confirm = popup.getByTestId('teach-confirm');
  await expect(confirm).toBeDisabled();
  await column('vorgang').selectOption('name');
  await column('lage').selectOption('stage');
  // Two columns as one field are refused until one of them is taken back.
  await column('summe x').selectOption('amount');
  await expect(confirm).toBeDisabled();
  await expect(popup.getByText('Amount is chosen twice.')).toBeVisible();
  await column('betrag').selectOption('');
  const stage = (name: string) => popup.locator(`[data-stage="${name}"]`);
  await stage('Grün').getByRole('combobox').selectOption('open');
  await stage('Rot').getByRole('combobox').selectOption('lost');
  await stage('Gold').getByRole('combobox').selectOption('won');
  await stage('Gold').getByRole('button').first().click();
  if (process.env['STAFET_SHOTS'])
    await popup.screenshot({ path: `${process.env['STAFET_SHOTS']}/teach.png`, fullPage: true });
  await confirm.click();

  await expect.poll(async () => (await stafet.table('deals')).length, { timeout: 15_000 }).toBe(3);
  const deals = await stafet.table<Deal>('deals');
  expect(
    deals
      .map(({ id, name, account, stage: at, outcome, amountMinor, currency }) => [
        id,
        name,
        account,
        at,
        outcome,
        amountMinor,
        currency,
      ])
      .toSorted(),
  ).toEqual([
    ['41', 'Sloop rigging', 'Havn Marine', 'Grün', 'open', 1_200_050, 'EUR'],
    ['48', 'Brig refit', 'Strand & Co', 'Rot', 'lost', 90_000, 'EUR'],
    ['55', 'Keel laying', 'Havn Marine', 'Gold', 'won', 150_000, 'EUR'],
  ]);
  const [mapping] = await stafet.table<Mapping>('mappings');
  expect(mapping?.stages).toEqual([
    { name: 'Grün', outcome: 'open' },
    { name: 'Gold', outcome: 'won' },
    { name: 'Rot', outcome: 'lost' },
  ]);

  // A new visit is read so without a word.
  await page.goto('about:blank');
  await page.goto(`${demo.url}/vorgaenge`);
  const again = await stafet.openPopup(page);
  await again.getByTestId('teach').click();
  await expect(again.locator('[data-column="lage"] select')).toHaveValue('stage');
  await expect(again.locator('[data-column="betrag"] select')).toHaveValue('');
  await again.close();

  // A colleague gets what was said as a file; what is forgotten here is back with it, in the open tab as well.
  const settings = await stafet.open('dashboard.html#/settings');
  const saved = settings.waitForEvent('download');
  await settings.getByTestId('export-lists').click();
  const file = await (await saved).path();
  expect(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { tables: object }).tables)).toEqual([
    'mappings',
  ]);
  await settings.getByRole('button', { name: /Forget/ }).click();
  await expect(settings.getByTestId('taught-lists')).toHaveCount(0);
  const lage = async () => {
    const shown = await stafet.openPopup(page);
    await shown.getByTestId('teach').click();
    const value = await shown.locator('[data-column="lage"] select').inputValue();
    await shown.close();
    return value;
  };
  expect(await lage()).toBe('');
  await settings.getByTestId('import').setInputFiles(file);
  await expect(settings.getByTestId('taught-lists')).toContainText('/vorgaenge');
  await expect.poll(lage).toBe('stage');
});

const recordOf = (lage: string, summe: string) =>
  `<!doctype html><html lang="de"><title>Vorgang</title><main><h1>Sloop rigging</h1>${[
    ['Firma', 'Havn Marine'],
    ['Lage', lage],
    ['Summe X', summe],
    ['Betrag', '7 %'],
    ['Zieltag', '31.12.2026'],
  ]
    .map(
      ([label, value]) =>
        `<div class="line"><span class="name">${label}</span><span class="value">${value}</span></div>`,
    )
    .join('')}</main></html>`;

test('the page of one deal is taught once, and every page of its kind is read so', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  const serve = (id: number, body: string) =>
    page.route(`${demo.url}/vorgaenge/${id}`, (route) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    );
  await serve(41, recordOf('Grün', '12.000,50 €'));
  await serve(48, recordOf('Gold', '1.500,00 €'));
  await page.goto(`${demo.url}/vorgaenge/41`);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('teach').click();
  const field = (label: string) => popup.locator(`[data-column="${label}"] select`);
  await expect(field('firma')).toHaveValue('account');
  await expect(field('zieltag')).toHaveValue('');
  await field('lage').focus();
  await expect(page.locator('stafet-highlight')).toHaveCount(1);
  await field('lage').selectOption('stage');
  await field('betrag').selectOption('');
  await field('summe x').selectOption('amount');
  await field('zieltag').selectOption('closeOn');
  await popup.locator('[data-stage="Grün"]').getByRole('combobox').selectOption('open');
  if (process.env['STAFET_SHOTS'])
    await popup.screenshot({ path: `${process.env['STAFET_SHOTS']}/teach-record.png`, fullPage: true });
  await popup.getByTestId('teach-confirm').click();
  const stored = async () =>
    (await stafet.table<Deal>('deals')).map(({ id, name, account, stage, outcome, amountMinor, closeOn }) => [
      id,
      name,
      account,
      stage,
      outcome,
      amountMinor,
      closeOn,
    ]);
  const first = ['41', 'Sloop rigging', 'Havn Marine', 'Grün', 'open', 1_200_050, '2026-12-31'];
  await expect.poll(stored, { timeout: 15_000 }).toEqual([first]);

  await page.goto(`${demo.url}/vorgaenge/48`);
  const second = ['48', 'Sloop rigging', 'Havn Marine', 'Gold', undefined, 150_000, '2026-12-31'];
  await expect.poll(stored, { timeout: 15_000 }).toEqual([first, second]);
});

const columns = ['Kajplads', 'Bedding', 'Søsat'];
const cards = [
  { id: 41, at: 0, cells: ['Sloop rigging', '12.000,50 €', '8.000,00 €', 'Liv Holm'] },
  { id: 48, at: 0, cells: ['Brig refit', '900,00 €', '90,00 €', 'Ole Vang'] },
  { id: 55, at: 2, cells: ['Keel laying', '1.500,00 €', '150,00 €', 'Liv Holm'] },
];
const boardHtml = `<!doctype html><html lang="da"><title>Tavle</title><style>.board{display:flex;gap:16px}section{width:260px}article{border:1px solid #ccc;margin:8px;padding:8px}</style><main><h1>Tavle</h1><div class="board">${columns
  .map(
    (name, nth) =>
      `<section class="col"><h3>${name}</h3><div class="list">${cards
        .filter(({ at }) => at === nth)
        .map(
          ({ id, cells: [name, one, other, who] }) =>
            `<article draggable="true"><a href="/tavle/${id}">${name}</a><div><span class="one">${one}</span> <span class="other">${other}</span></div><p><b>Hvem</b> <i>${who}</i></p></article>`,
        )
        .join('')}</div></section>`,
  )
  .join('')}</div></main></html>`;

test('a board is taught by its columns and by the places on its cards', async ({
  demo,
  launchWithExtension,
}) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  const page = await stafet.context.newPage();
  await page.route(`${demo.url}/tavle`, (route) =>
    route.fulfill({ body: boardHtml, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(`${demo.url}/tavle`);
  const popup = await stafet.openPopup(page);
  await popup.getByTestId('teach').click();
  const showing = (sample: string) => popup.locator('[data-column]', { hasText: sample }).locator('select');
  await expect(popup.locator('[data-column="#column"]')).toContainText('Kajplads · Bedding · Søsat');

  // Pointing at a place on a card finds its line.
  await popup.getByTestId('teach-point').click();
  await page.bringToFront();
  await expect(page.locator('stafet-highlight[data-pointing]')).toHaveCount(1);
  const spot = await page.getByText('900,00 €').boundingBox();
  await page.mouse.move((spot?.x ?? 0) + 5, (spot?.y ?? 0) + 5);
  if (process.env['STAFET_SHOTS'])
    await page.screenshot({ path: `${process.env['STAFET_SHOTS']}/teach-board-page.png` });
  await page.mouse.click((spot?.x ?? 0) + 5, (spot?.y ?? 0) + 5);
  await popup.bringToFront();
  await expect(showing('12.000,50 €')).toBeFocused();

  await showing('Kajplads').selectOption('stage');
  await showing('Sloop rigging').selectOption('name');
  await showing('12.000,50 €').selectOption('amount');
  await showing('8.000,00 €').selectOption('');
  await popup.locator('[data-column="hvem"] select').selectOption('owner');
  await popup.locator('[data-stage="Søsat"]').getByRole('combobox').selectOption('won');
  if (process.env['STAFET_SHOTS'])
    await popup.screenshot({ path: `${process.env['STAFET_SHOTS']}/teach-board.png`, fullPage: true });
  await popup.getByTestId('teach-confirm').click();

  await expect.poll(async () => (await stafet.table('deals')).length, { timeout: 15_000 }).toBe(3);
  const deals = await stafet.table<Deal>('deals');
  expect(
    deals
      .map(({ id, name, stage, outcome, amountMinor, owner }) => [
        id,
        name,
        stage,
        outcome,
        amountMinor,
        owner,
      ])
      .toSorted(),
  ).toEqual([
    ['41', 'Sloop rigging', 'Kajplads', undefined, 1_200_050, 'Liv Holm'],
    ['48', 'Brig refit', 'Kajplads', undefined, 90_000, 'Ole Vang'],
    ['55', 'Keel laying', 'Søsat', 'won', 150_000, 'Liv Holm'],
  ]);
  const settings = await stafet.open('dashboard.html#/settings');
  await expect(settings.getByTestId('taught-lists')).toContainText('/tavle (board)');
});
