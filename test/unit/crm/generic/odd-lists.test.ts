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

describe('money that only its values tell', () => {
  it('is said to be unclear, and tells that deals are listed', () => {
    const list = table(['Name', 'Stage', 'Volumen'], ['Roof', 'Offer', "CHF 36'340.00"]);
    expect(read(list)).toEqual(['– | Roof | Offer | – | – | – | –']);
    expect(flaggedOf(list)).toEqual(['headings: layout-unknown amount']);
  });

  it('is an amount with a share below it, which is none', () => {
    const list = table(['Name', 'Stage', 'Amount'], ['Roof', 'Offer', '<p>€1,250.50</p><p>60 %</p>']);
    expect(read(list)).toEqual(['– | Roof | Offer | – | 1250.50 EUR | – | –']);
  });
});

describe('headings in cells like all others', () => {
  const plain = (...rows: readonly (readonly string[])[]) =>
    `<table>${rows
      .map((texts) => `<tr>${texts.map((text) => `<td class="x">${text}</td>`).join('')}</tr>`)
      .join('')}</table>`;

  it('are taken for such where they are little else than known ones', () => {
    expect(
      read(
        plain(
          ['Edit', 'Name', 'Stage', 'Amount', 'Close date'],
          ['E', 'Roof', 'Offer', '€1,250.50', '2027-03-14'],
        ),
      ),
    ).toEqual(['– | Roof | Offer | – | 1250.50 EUR | 2027-03-14 | –']);
  });

  it.each([
    [
      'a table of labels and values',
      [
        ['Name', 'Roof', 'Stage', 'Offer', 'Amount', '€5.00'],
        ['Owner', 'Liv', 'Team', 'A', 'Region', 'B'],
      ],
    ],
    [
      'fields to search by',
      [
        ['Name', 'Stage', 'Amount'],
        ['<input value="Roof">', '<input>', '<input>'],
      ],
    ],
    [
      'mostly unknown ones',
      [
        ['Name', 'Stage', 'Amount', 'X', 'Y', 'Z'],
        ['Roof', 'Offer', '€5.00', 'x', 'y', 'z'],
      ],
    ],
    [
      'a field twice',
      [
        ['Name', 'Stage', 'Amount', 'Amount'],
        ['Roof', 'Offer', '€5.00', '€6.00'],
      ],
    ],
  ])('are not, of %s', (_, rows) => {
    expect(read(plain(...rows))).toEqual(['not-deals']);
  });
});

describe('rows whose only cell holds a table of one row', () => {
  it('have the cells of that', () => {
    const heads = '<tr><th>Name</th><th>Stage</th><th>Amount</th></tr>';
    const row = (...texts: readonly string[]) =>
      `<tr><td><table><tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr></table></td></tr>`;
    expect(
      read(
        `<table>${heads}</table><table>${row('Roof', 'Offer', '€1,250.50')}${row('Crane', 'Won', '€900.00')}</table>`,
      ),
    ).toEqual(['– | Roof | Offer | – | 1250.50 EUR | – | –', '– | Crane | Won | won | 900.00 EUR | – | –']);
  });
});

describe('boxes that bear no mark of a deal', () => {
  const boxes = (texts: readonly string[]) =>
    `<div class="row"><div class="in">${texts.map((text) => `<div><span>${text}</span></div>`).join('')}</div></div>`;
  const heads = `<div class="head">${['Name', 'Stage', 'Amount'].map((text) => `<div>${text}</div>`).join('')}</div>`;

  it('are read by the row of headings above them', () => {
    expect(
      read(
        `<div>${heads}<div class="body">${boxes(['Roof', 'Offer', '€1,250.50'])}${boxes(['Crane', 'Won', '€900.00'])}</div></div>`,
      ),
    ).toEqual(['– | Roof | Offer | – | 1250.50 EUR | – | –', '– | Crane | Won | won | 900.00 EUR | – | –']);
  });

  it('are not, where a row has other cells than there are headings', () => {
    expect(
      read(
        `<div>${heads}<div class="body">${boxes(['Roof', 'Offer', '€1,250.50'])}${boxes(['Crane', '€900.00'])}</div></div>`,
      ),
    ).toEqual(['not-deals']);
  });
});

describe('which deal a row is, and what it is called', () => {
  it('is said by an OData key in its link, and by the link alone', () => {
    const link = (id: string, name: string) =>
      `<a href="/ui#/Opportunities('${id}')">${name}</a><p>${id}</p>`;
    expect(
      read(
        table(
          ['Name', 'Stage', 'Amount'],
          [link('80012', 'Roof'), 'Offer', '€5.00'],
          [link('80017', 'Crane'), 'Won', '€6.00'],
        ),
      ),
    ).toEqual([
      '80012 | Roof | Offer | – | 5.00 EUR | – | –',
      '80017 | Crane | Won | won | 6.00 EUR | – | –',
    ]);
  });

  it('is not said by the version of a page', () => {
    const link = (id: string, name: string) => `<a href="/app#Card/OpportunityPageV2/edit/${id}">${name}</a>`;
    expect(
      read(
        table(
          ['Name', 'Stage', 'Amount'],
          [link('0f2d-1', 'Roof'), 'Offer', '€5.00'],
          [link('0f2d-2', 'Crane'), 'Won', '€6.00'],
        ),
      ),
    ).toEqual([
      '0f2d-1 | Roof | Offer | – | 5.00 EUR | – | –',
      '0f2d-2 | Crane | Won | won | 6.00 EUR | – | –',
    ]);
  });

  it.each(['Description', 'Omschrijving', 'Beschreibung'])('is its %s where it has no name', (heading) => {
    expect(read(table(['No.', heading, 'Stage', 'Amount'], ['OP-12', 'Roof', 'Offer', '€5.00']))).toEqual([
      '– | Roof | Offer | – | 5.00 EUR | – | –',
    ]);
    expect(read(table([heading, 'Name', 'Stage', 'Amount'], ['Of slate', 'Roof', 'Offer', '€5.00']))).toEqual(
      ['– | Roof | Offer | – | 5.00 EUR | – | –'],
    );
  });
});

describe('an address', () => {
  const list = table(['Name', 'Stage', 'Amount'], ['Roof', 'Offer', '€5.00']);
  it.each(['/Lists/Opportunities/AllItems.aspx', '/salg/muligheter/liste'])('is about deals: %s', (path) => {
    expect(read(list, { path })).toEqual(['– | Roof | Offer | – | 5.00 EUR | – | –']);
  });

  it('is not, of the line items of one', () => {
    expect(read(list, { path: '/deals/new/line-items' })).toEqual(['not-deals']);
  });
});

describe('lists in', () => {
  it.each([
    [
      'nb',
      'Salgsmuligheter',
      ['Tittel', 'Stadium', 'Beløp', 'Forventet lukkedato', 'Eier'],
      'Vunnet',
      'Tapt',
      'kr 1 250,50',
      '1250.50 kr',
    ],
    [
      'pl',
      'Szanse sprzedaży',
      ['Nazwa', 'Etap', 'Wartość', 'Przewidywana data zamknięcia', 'Opiekun'],
      'Wygrana',
      'Przegrana',
      '1 250,50 zł',
      '1250.50 PLN',
    ],
    [
      'fi',
      'Myyntimahdollisuudet',
      ['Nimi', 'Vaihe', 'Arvo', 'Arvioitu päätöspäivä', 'Vastuuhenkilö'],
      'Voitettu',
      'Hävitty',
      '1 250,50 €',
      '1250.50 EUR',
    ],
    [
      'ja',
      '案件一覧',
      ['案件名', 'フェーズ', '金額', '受注予定日', '営業担当者'],
      '受注',
      '失注',
      '¥1,250,000',
      '1250000 ¥',
    ],
  ])('%s are understood', (lang, heading, heads, won, lost, money, amount) => {
    const list = table(
      heads,
      ['A1', won, money, '2027-03-14', 'Liv'],
      ['B2', lost, money, '2027-04-30', 'Io'],
    );
    expect(read(`<h1>${heading}</h1>${list}`, { path: '/x', lang })).toEqual([
      `– | A1 | ${won} | won | ${amount} | 2027-03-14 | Liv`,
      `– | B2 | ${lost} | lost | ${amount} | 2027-04-30 | Io`,
    ]);
  });

  it.each([
    ['ja', '顧客一覧', ['会社名', 'フェーズ', '金額']],
    ['fi', 'Tehtävät', ['Nimi', 'Vaihe', 'Arvo']],
    ['pl', 'Produkty', ['Nazwa', 'Etap', 'Wartość']],
    ['nb', 'Kunder', ['Navn', 'Fase', 'Beløp']],
  ])('%s of other things are left alone: %s', (lang, heading, heads) => {
    expect(read(`<h1>${heading}</h1>${table(heads, ['A', 'B', '€5.00'])}`, { path: '/x', lang })).toEqual([
      'not-deals',
    ]);
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

describe('figures under a heading that nobody knows, in a list without an amount', () => {
  const list = (heading: string, ...figures: readonly string[]) =>
    table(
      ['Name', 'Stage', 'Probability', 'Close date', heading],
      ...figures.map((figure, nth) => [
        `<a href="/deals/${nth + 7}">Roof ${nth}</a>`,
        'Offer',
        '60 %',
        '2027-03-14',
        figure,
      ]),
    );

  it('may be the amounts, and that is said', () => {
    expect(flaggedOf(list('TCV', '36,340.00', '', '1,250.50'))).toEqual(['headings: layout-unknown amount']);
    expect(flaggedOf(list('TCV', '14.03', '900.00'))).toEqual(['headings: layout-unknown amount']);
    expect(flaggedOf(list('Vol.', '1 250,50', '900,00'))).toEqual(['headings: layout-unknown amount']);
  });

  it('are none where they are not written as amounts are', () => {
    for (const figures of [
      ['3', '12'],
      ['14.03.2027', '01.02.2027'],
      ['36,340.00', 'urgent'],
      ['4.5', '3.5'],
      // Days of a month, times of a day, scores.
      ['14.03', '01.12', '28.02'],
      ['14.30', '09.15'],
      ['4.50', '3.75', '10,00'],
    ])
      expect(flaggedOf(list('Score', ...figures))).toEqual([]);
  });
});
