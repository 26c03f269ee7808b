// Values and rows that are built unlike most, each in its smallest form.
import { describe, expect, it } from 'vitest';
import { readDrawn as read } from './drawn-page';

const record = (rows: readonly (readonly [string, string])[]) =>
  `<h1>Roof</h1><div>${rows.map(([label, value]) => `<div class="row"><span>${label}</span>${value}</div>`).join('')}</div>`;
const at = { path: '/deals/41' };

describe('a value that is a button to edit it', () => {
  const button = (text: string) => `<div role="button" tabindex="0">${text}</div>`;

  it('is read where most of its column are such, each with a text of its own', () => {
    const rows = [
      ['Stage', button('Proposal')],
      ['Amount', button('€5.00')],
      ['Close date', button('2027-03-31')],
    ] as const;
    expect(read(record(rows), at)).toEqual(['41 | Roof | Proposal | – | 5.00 EUR | 2027-03-31 | –']);
  });

  it('is none where buttons say the same, or stand alone', () => {
    const same = [
      ['Stage', button('Edit')],
      ['Amount', button('Edit')],
      ['Owner', button('Edit')],
    ] as const;
    expect(read(record(same), at)).toEqual(['not-deals']);
    const empty = [
      ['Stage', button('Choose stage')],
      ['Amount', button('Set amount 1')],
      ['Owner', button('Assign')],
    ] as const;
    expect(read(record(empty), at)).toEqual(['not-deals']);
    const some = [
      ['Stage', button('Proposal')],
      ['Amount', button('€5.00')],
      ['Close date', button('2027-03-31')],
      ['Owner', button('Assign someone')],
    ] as const;
    expect(read(record(some), at)[0]).toBe('41 | Roof | Proposal | – | 5.00 EUR | 2027-03-31 | –');
    const alone = [
      ['Stage', '<span>Offer</span>'],
      ['Amount', '<span>€5.00</span>'],
      ['Close date', '<span>2027-03-31</span>'],
      ['Owner', button('Assign')],
    ] as const;
    expect(read(record(alone), at)[0]).toBe('41 | Roof | Offer | – | 5.00 EUR | 2027-03-31 | –');
  });
});

describe('a stage that is called like a deal', () => {
  it.each(['Negociação', 'Trattativa'])('is read: %s', (stage) => {
    const rows = [
      ['Etapa', `<span>${stage}</span>`],
      ['Valor', '<span>€5.00</span>'],
      ['Responsável', '<span>Io Vance</span>'],
    ] as const;
    expect(read(record(rows), at)).toEqual([`41 | Roof | ${stage} | – | 5.00 EUR | – | Io Vance`]);
  });

  it('is none where it is the next label, or another field’s value', () => {
    const flat =
      '<h1>Roof</h1><div><span>Fase</span><span>Trattativa</span><span>Tetto</span><span>Importo</span><span>€5.00</span></div>';
    expect(read(flat, at)).toEqual(['not-deals']);
    expect(read(record([['Fonte', '<span>Trattativa</span>']]), at)).toEqual(['not-deals']);
  });
});

describe('cells that have keys of their own', () => {
  const heads = ['Title', 'Stage', 'Amount'];
  const cells = (row: number, texts: readonly string[]) =>
    texts.map((text, nth) => `<td data-key="k-${row}${nth}7"><div>${text}</div></td>`).join('');
  const body = (more = '') =>
    `<table><tbody><tr>${cells(0, ['Roof', 'Offer', '€5.00'])}</tr><tr>${cells(1, ['Crane', 'Won', '€9.00'])}</tr>${more}</tbody></table>`;
  const head = `<table><thead><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr></thead></table>`;
  const both = ['– | Roof | Offer | – | 5.00 EUR | – | –', '– | Crane | Won | won | 9.00 EUR | – | –'];

  it('are no cards of a board', () => {
    expect(read(`<div><div>${heads[0]}</div><div>${body()}</div></div>`)).toEqual(['not-deals']);
  });

  it('are read below the headings of a table before, also above a row to add another', () => {
    expect(read(`<div>${head}</div><div>${body()}</div>`)).toEqual(both);
    const add = '<tr><td colspan="3">+ New</td></tr>';
    expect(read(`<div>${head}</div><div>${body(add)}</div>`)).toEqual(both);
    expect(read(`<div>${head}</div><div>${body('<tr><td>Sum</td></tr>')}</div>`)).toEqual([]);
  });
});

describe('a program that is served from a dashboard’s address', () => {
  const list =
    '<table><tr><th>Deal</th><th>Stage</th><th>Amount</th></tr><tr><td>Roof</td><td>Offer</td><td>€5.00</td></tr></table>';

  it('lists deals where its path or title says so, and none on a dashboard', () => {
    const title = 'Deals';
    expect(read(list, { path: '/dashboard/#/w1/t7', title })).toHaveLength(1);
    expect(read(list, { path: '/dashboard/w1', title })).toEqual(['not-deals']);
    expect(read(list, { path: '/app/#/dashboard/t7', title })).toEqual(['not-deals']);
    expect(read(list, { path: '/dashboard/#/w1', title: 'Deals dashboard' })).toEqual(['not-deals']);
  });
});

it('a list whose pipeline has a current stage', () => {
  const heading = 'Pipeline - Current Stage';
  expect(
    read(
      `<table><tr><th>Name</th><th>${heading}</th><th>Amount</th></tr><tr><td><a href="/deals/41">Roof</a></td><td>Offer</td><td>€5.00</td></tr></table>`,
    ),
  ).toEqual(['41 | Roof | Offer | – | 5.00 EUR | – | –']);
});

describe('a list of fields', () => {
  const row = (key: string, name: string, amount: string) =>
    `<tr ${key}><td><input value="${name}"></td><td><select><option>New</option><option selected>Offer</option></select></td><td><input value="${amount}"></td></tr>`;
  const list = (...rows: readonly string[]) =>
    `<table><thead><tr><th>Deal</th><th>Stage</th><th>Amount (Kč)</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

  it('is read where each row has a key, and a row to search by is none of it', () => {
    const search = row('class="filter"', 'Ro', '');
    expect(
      read(list(search, row('data-id="8114f"', 'Roof', '86 400'), row('data-id="8177a"', 'Crane', '9 000'))),
    ).toEqual([
      '8114f | Roof | Offer | – | 86400 CZK | – | –',
      '8177a | Crane | Offer | – | 9000 CZK | – | –',
    ]);
  });

  it('lists nothing without', () => {
    expect(read(list(row('', 'Roof', '86 400'), row('', 'Crane', '9 000')))).toEqual([]);
  });
});
