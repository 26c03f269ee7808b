// Grids whose columns lie in several boxes side by side: those that stay put, and those that scroll.
import { describe, expect, it } from 'vitest';
import { readDrawn as read } from './drawn-page';

type Row = readonly string[];
const cells = (tag: string, texts: Row) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
const head = (texts: Row) => `<div><table><thead><tr>${cells('th', texts)}</tr></thead></table></div>`;
const body = (keyed: (nth: number) => string, ...rows: readonly Row[]) =>
  `<div><table><tbody>${rows.map((texts, nth) => `<tr ${keyed(nth)}>${cells('td', texts)}</tr>`).join('')}</tbody></table></div>`;
const uid = (nth: number) => `data-uid="a-${nth * 311 + 1047}f"`;
const names: readonly Row[] = [['Roof'], ['Crane']];
const rest: readonly Row[] = [
  ['Offer', '€1,250.50', '2027-03-14'],
  ['Won', '€900.00', '2027-02-01'],
];
const heads = head(['Name']) + head(['Stage', 'Amount', 'Close date']);
const both = [
  '– | Roof | Offer | – | 1250.50 EUR | 2027-03-14 | –',
  '– | Crane | Won | won | 900.00 EUR | 2027-02-01 | –',
];

/** No row has both a name and an amount. */
const joined = expect.stringMatching(/ \| [^–|][^|]* \| .*(?:EUR|€)/);

/** A whole list, each row keyed. */
const list = (titles: Row, rows: readonly Row[], keyed: (nth: number) => string = () => '') =>
  `<table><thead><tr>${cells('th', titles)}</tr></thead><tbody>${rows.map((texts, nth) => `<tr ${keyed(nth)}>${cells('td', texts)}</tr>`).join('')}</tbody></table>`;

describe('two lists of different things', () => {
  const deals = ['Deal', 'Stage', 'Close date'];
  const ours: readonly Row[] = [
    ['Roof', 'Offer', '2027-03-14'],
    ['Crane', 'Won', '2027-02-01'],
  ];
  const invoices = ['Number', 'Amount'];
  const sums: readonly Row[] = [
    ['R-17', '€1,250.50'],
    ['R-18', '€900.00'],
  ];
  const grid = (name: string, titles: Row, rows: readonly Row[], keyed: (nth: number) => string) =>
    `<div role="grid" aria-label="${name}"><div><div role="row">${titles.map((text) => `<div role="columnheader">${text}</div>`).join('')}</div></div><div>${rows.map((texts, nth) => `<div role="row" ${keyed(nth)}>${texts.map((text) => `<div role="gridcell">${text}</div>`).join('')}</div>`).join('')}</div></div>`;
  const place = (nth: number) => `row-index="${nth}" aria-rowindex="${nth + 2}" row-id="${nth}"`;
  const boxed = (titles: Row, rows: readonly Row[], name: string) =>
    `<section><div>${titles.map((text) => `<div>${text}</div>`).join('')}</div><div>${rows.map((texts, nth) => `<div ${name}="${nth}">${texts.map((text) => `<div>${text}</div>`).join('')}</div>`).join('')}</div></section>`;
  const linked = ours.map(([name = '', stage = ''], nth) => [
    `<a href="/deals/${nth + 7}">${name}</a>`,
    stage,
  ]);

  it.each<readonly [string, string]>([
    [
      'tables with titles',
      `<h2>My deals</h2>${list(deals, ours)}<h2>Latest invoices</h2>${list(invoices, sums)}`,
    ],
    [
      'tables with titles and the same keys',
      `<h2>My deals</h2>${list(deals, ours, uid)}<h2>Latest invoices</h2>${list(invoices, sums, uid)}`,
    ],
    [
      'a list beside the totals of its stages',
      list(deals, ours) +
        list(
          ['Stage', 'Total'],
          [
            ['Offer', '€1,250.50'],
            ['Won', '€900.00'],
          ],
        ),
    ],
    ['a list with links beside months', list(['Deal', 'Owner'], linked) + list(['Month', 'Value'], sums)],
    ['two grids', grid('Deals', deals, ours, place) + grid('Payments', invoices, sums, place)],
    ['two grids with the same keys', grid('Deals', deals, ours, uid) + grid('Payments', invoices, sums, uid)],
    ...['data-index', 'data-row-index', 'row-index', 'data-key', 'data-id'].map(
      (name) =>
        [
          `virtual lists numbered by ${name}`,
          boxed(deals, ours, name) + boxed(invoices, sums, name),
        ] as const,
    ),
  ])('are not joined: %s', (_, main) => {
    expect(read(main)).not.toContainEqual(joined);
  });
});

describe('rows that lie in two boxes', () => {
  it('are joined by what tells them apart in both', () => {
    expect(read(`${heads}${body(uid, ...names)}${body(uid, ...rest)}`)).toEqual(both);
  });

  it('are not joined where nothing tells them apart in one of them', () => {
    expect(read(`${heads}${body(() => '', ...names)}${body(() => '', ...rest)}`)).not.toContainEqual(joined);
    expect(read(`${heads}${body(uid, ...names)}${body(() => '', ...rest)}`)).not.toContainEqual(joined);
  });

  it.each<readonly [string, string]>([
    ['say that they are of other rows', body((nth) => uid(1 - nth), ...names) + body(uid, ...rest)],
    ['are more in one of them', body(uid, ...names, ['Shed']) + body(uid, ...rest)],
    ['have another number of columns', body(uid, ...names) + body(uid, ...rest.map((row) => row.slice(1)))],
    [
      'agree in their looks and not in their ids',
      body(
        (nth) => `data-uid="a-${nth + 1047}f" style="top:${nth}px" class="r${nth}" data-index="${nth}"`,
        ...names,
      ) +
        body(
          (nth) => `data-uid="a-${nth + 1048}f" style="top:${nth}px" class="r${nth}" data-index="${nth}"`,
          ...rest,
        ),
    ],
    [
      'agree in one of two ids',
      body((nth) => `${uid(nth)} data-key="k${nth + 4711}x9"`, ...names) +
        body((nth) => `${uid(nth)} data-key="k${nth + 4712}x9"`, ...rest),
    ],
    ...['style="top:0px"', 'data-index="0"', 'data-key="0"', 'row-id="0"', 'tabindex="0"'].map((one) => {
      const keyed = (nth: number) => one.replace('0', `${nth}`);
      return [`have in common only ${one}`, body(keyed, ...names) + body(keyed, ...rest)] as const;
    }),
    [
      'are at different places of a virtual list',
      body((nth) => `data-row-index="${nth}" style="top:${nth * 40}px"`, ...names) +
        body((nth) => `data-row-index="${nth + 1}"`, ...rest),
    ],
    [
      'have ids of their own',
      body((nth) => `id="l-${nth}"`, ...names) + body((nth) => `id="r-${nth + 1}"`, ...rest),
    ],
    [
      'link to different deals',
      body(uid, ...names.map(([name = ''], nth) => [`<a href="/deals/${nth + 7}">${name}</a>`])) +
        body(
          uid,
          ...rest.map(([stage = '', ...more], nth) => [`<a href="/deals/${nth + 9}">${stage}</a>`, ...more]),
        ),
    ],
  ])('are not joined where they %s', (_, bodies) => {
    expect(read(`${heads}${bodies}`)).not.toContainEqual(joined);
  });

  it('are not joined where headings stand behind the rows', () => {
    const turned =
      body(uid, ...names) + head(['Name']) + body(uid, ...rest) + head(['Stage', 'Amount', 'Close date']);
    expect(read(turned)).not.toContainEqual(joined);
  });

  it('are joined where each of them is a table of its own', () => {
    const rows = (all: readonly Row[]) =>
      `<div>${all.map((texts, nth) => `<table class="item" data-recordid="44${nth}"><tr role="row">${cells('td', texts)}</tr></table>`).join('')}</div>`;
    const above = (texts: Row) =>
      `<div role="row">${texts.map((text) => `<div role="columnheader">${text}</div>`).join('')}</div>`;
    const grid = `<div role="grid"><div>${above(['Name'])}${rows(names)}</div><div>${above(['Stage', 'Amount', 'Close date'])}${rows(rest)}</div></div>`;
    expect(read(grid)).toEqual(both);
  });

  it.each([
    'row-index="0"',
    'row-index="0" aria-rowindex="0"',
    'row-id="0"',
    'row-index="0" style="top:0px"',
  ])('are joined by their place %s within one grid, and not where it differs', (place) => {
    const part = (from: number, rows: readonly Row[]) =>
      `<div>${rows.map((texts, nth) => `<div role="row" ${place.replaceAll('"0"', `"${from + nth}"`)}>${texts.map((text) => `<div role="gridcell">${text}</div>`).join('')}</div>`).join('')}</div>`;
    const above = (texts: Row) =>
      `<div><div role="row">${texts.map((text) => `<div role="columnheader">${text}</div>`).join('')}</div></div>`;
    const grid = (from: number) =>
      `<div role="treegrid">${above(['Name'])}${above(['Stage', 'Amount', 'Close date'])}${part(0, names)}${part(from, rest)}</div>`;
    expect(read(grid(0)).map((text) => text.replace(/^\w+ /, '– '))).toEqual(both);
    expect(read(grid(1))).not.toContainEqual(joined);
  });

  it('are no rows of their own where the whole grid is drawn once more below the columns that stay put', () => {
    const filler = '<td colspan="3"></td>';
    const all = rest.map((row, nth) => [...(names[nth] ?? []), ...row]);
    const again = names.map((row) => `<tr role="row">${cells('td', row)}${filler}</tr>`).join('');
    const titles = ['Name', 'Stage', 'Amount', 'Close date'].map(
      (text) => `<td role="columnheader">${text}</td>`,
    );
    const grid = `<div role="grid"><div><table><tr role="row">${titles.join('')}</tr></table><table><tr role="row">${titles[0]}${filler}</tr></table></div><div>${body(() => '', ...all)}<table>${again}</table></div></div>`;
    expect(read(grid)).toEqual(both);
  });

  describe('and are plain boxes', () => {
    const boxes = (texts: Row) => texts.map((text) => `<div class="c">${text}</div>`).join('');
    const pane = (head: string, rows: readonly Row[], key = (nth: number) => `rec${nth * 311 + 4711}A`) =>
      `<div class="p">${head}${rows.map((texts, nth) => `<div class="r" data-rowid="${key(nth)}">${boxes(texts)}</div>`).join('')}</div>`;
    const right = `<div class="h">${boxes(['Stage', 'Amount', 'Close date'])}</div>`;
    const known = both.map((text, nth) => text.replace('–', `rec${nth * 311 + 4711}A`));

    it('are joined by what tells them apart, below the headings of each box', () => {
      expect(read(pane('<div class="h">Name</div>', names) + pane(right, rest))).toEqual(known);
    });

    it('are joined where the headings of each lie in a box of their own', () => {
      const apart = (head: string, rows: readonly Row[]) => `<section>${head}${pane('', rows)}</section>`;
      expect(
        read(apart('<div class="h"><div><span>Name</span></div></div>', names) + apart(right, rest)),
      ).toEqual(known);
    });

    it('are not joined where they link to different deals', () => {
      const linked = (id: number, text = '') => `<a href="/deals/${id}">${text}</a>`;
      const left = names.map(([name], nth) => [linked(nth + 7, name)]);
      const other = rest.map(([stage, ...more], nth) => [linked(9 - 2 * nth, stage), ...more]);
      const main = pane('<div class="h">Name</div>', left) + pane(right, other);
      expect(read(main)).not.toContainEqual(expect.stringMatching(/(?:Roof|Crane).*EUR/));
    });

    it.each([
      [
        'they are other rows',
        pane('<div class="h">Name</div>', names, (nth) => `rec${5022 - nth * 311}A`) + pane(right, rest),
      ],
      [
        'they are out of step',
        pane('<div class="h">Name</div>', names) + pane(right, rest, (nth) => `rec${nth * 311 + 5022}A`),
      ],
      [
        'they are others altogether',
        pane('<div class="h">Name</div>', names) + pane(right, rest, (nth) => `rec${nth * 311 + 9022}A`),
      ],
      ['they are numbered', pane('<div class="h">Name</div>', names, String) + pane(right, rest, String)],
      ['headings are missing', pane('', names) + pane(right, rest)],
      ['headings are missing in one', pane('<div class="h">Name</div>', names) + pane('', rest)],
      [
        'headings of both stand above both',
        `<div><div>Name</div></div>${right}${pane('', names)}${pane('', rest)}`,
      ],
      [
        'a sort bar stands for the headings',
        `<div class="bar">${boxes(['Close date', 'Amount', 'Stage'])}</div>${pane('<div class="h">Name</div>', names)}${pane('', rest)}`,
      ],
      [
        'a sort bar stands for the headings in the same box',
        pane('<div class="h">Name</div>', names) +
          pane(`<div role="toolbar"><div>${boxes(['Close date', 'Amount', 'Stage'])}</div></div>`, rest),
      ],
      [
        'two rows may be the headings',
        pane('<div class="h">Name</div>', names) +
          pane(`<div>${boxes(['Close date', 'Amount', 'Stage'])}</div>${right}`, rest),
      ],
      [
        'the headings of one stand in the other',
        pane(
          `<div class="h">Name</div><div class="h">${boxes(['Close date', 'Amount', 'Stage'])}</div>`,
          names,
        ) + pane('', rest),
      ],
    ])('are not joined where %s', (_, main) => {
      expect(read(main)).not.toContainEqual(joined);
    });
  });
});
