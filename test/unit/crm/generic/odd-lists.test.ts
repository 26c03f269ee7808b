// Lists that are built, headed or placed unlike most, each in its smallest form.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read } from './drawn-page';

const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr>${rows
    .map((texts) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('')}</table>`;

describe('rows that are tables of their own', () => {
  const heads = ['Name', 'Stage', 'Amount'];
  const grid = (shown: readonly string[], ...rows: readonly (readonly string[])[]) =>
    `<div role="grid"><div role="rowgroup">${shown.map((text) => `<div role="columnheader">${text}</div>`).join('')}</div>${rows
      .map(
        (texts) =>
          `<table role="presentation"><tr role="row">${texts.map((text) => `<td role="gridcell">${text}</td>`).join('')}</tr></table>`,
      )
      .join('')}</div>`;

  it('are read below headings that stand in no row', () => {
    expect(read(grid(heads, ['Roof', 'Offer', '€1,250.50'], ['Crane', 'Won', '€900.00']))).toEqual([
      '– | Roof | Offer | – | 1250.50 EUR | – | –',
      '– | Crane | Won | won | 900.00 EUR | – | –',
    ]);
  });

  it('are not, where there are more headings than cells', () => {
    expect(read(grid(['Name', 'Owner', 'Stage', 'Amount'], ['Roof', 'Offer', '€1,250.50']))).toEqual([
      'not-deals',
    ]);
  });

  it('leave out what stands in a table within a cell', () => {
    const inner = '<table><tr><td>Roof</td><td>Offer</td><td>€5.00</td></tr></table>';
    expect(read(grid(heads, [inner, 'Offer', '€1,250.50'], ['Crane', 'Won', '€900.00']))).toHaveLength(2);
  });
});

describe('a heading of money that may be another than the amount', () => {
  it.each(['Expected revenue', 'Erwarteter Umsatz', 'Forecast amount', 'Ingresos esperados'])(
    'as "%s" leaves the amount out and says so, and reads the rest',
    (heading) => {
      const list = table(['Name', 'Stage', heading], ['Roof', 'Offer', '€1,250.50']);
      expect(read(list)).toEqual(['– | Roof | Offer | – | – | – | –']);
      expect(flaggedOf(list)).toEqual(['headings: layout-unknown amount']);
    },
  );

  it('says nothing beside the amount itself', () => {
    const list = table(['Name', 'Stage', 'Amount', 'Weighted amount'], ['Roof', 'Offer', '€5.00', '€2.00']);
    expect(read(list)).toEqual(['– | Roof | Offer | – | 5.00 EUR | – | –']);
    expect(flaggedOf(list)).toEqual([]);
  });
});

describe('a page that is headed by a word for sales alone', () => {
  const rows = [['Tag', 'Tilbud', '1.250,50 kr.']] as const;
  it.each(['Salg', 'Sales', 'Ventes', 'Försäljning'])(
    'lists deals where they have a stage: %s',
    (heading) => {
      expect(
        read(`<h1>${heading}</h1>${table(['Titel', 'Fase', 'Beløb'], ...rows)}`, { path: '/default.aspx' }),
      ).toEqual(['– | Tag | Tilbud | – | 1250.50 kr. | – | –']);
    },
  );

  it.each([
    ['orders', 'Salg', ['Titel', 'Status', 'Beløb']],
    ['anything', 'Salg i dag', ['Titel', 'Fase', 'Beløb']],
  ])('is else no list of deals, but of %s', (_, heading, heads) => {
    expect(read(`<h1>${heading}</h1>${table(heads, ...rows)}`, { path: '/default.aspx' })).toEqual([
      'not-deals',
    ]);
  });
});
