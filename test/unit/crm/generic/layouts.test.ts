// How CRMs really draw lists, boards and records: each layout in its smallest form.
import { describe, expect, it } from 'vitest';
import { readDrawn as read, type Drawn } from './drawn-page';

const head = '<tr><th>Name</th><th>Stage</th><th>Amount</th><th>Owner</th></tr>';
const two = [
  ['Roof', 'Offer', '€1,250.50', 'Liv Aagaard'],
  ['Crane', 'Won', '€900.00', 'Io Vance'],
] as const;
const cells = (texts: readonly string[]) => texts.map((text) => `<td>${text}</td>`).join('');
const asRead = (first: string, second: string) => [
  `${first} | Roof | Offer | – | 1250.50 EUR | – | Liv Aagaard`,
  `${second} | Crane | Won | won | 900.00 EUR | – | Io Vance`,
];

describe('lists', () => {
  it('reads rows that lie in two boxes, one of which stays put while the other scrolls', () => {
    const cell = (role: string, at: number, text: string) =>
      `<div role="${role}" aria-colindex="${at}">${text}</div>`;
    const row = (nth: number, inner: string) => `<div role="row" aria-rowindex="${nth}">${inner}</div>`;
    const names = two.map(([name], nth) =>
      row(nth + 2, cell('gridcell', 1, `<a href="/deals/d-${nth + 5}">${name}</a>`)),
    );
    const rest = two.map(([, ...texts], nth) =>
      row(nth + 2, texts.map((text, at) => cell('gridcell', at + 2, text)).join('')),
    );
    const heads = ['Stage', 'Amount', 'Owner'].map((text, at) => cell('columnheader', at + 2, text));
    const grid = (second: readonly string[]) =>
      `<div role="grid"><div>${row(1, cell('columnheader', 1, 'Name'))}</div><div>${row(1, heads.join(''))}</div><div>${names.join('')}</div><div>${second.join('')}</div></div>`;
    expect(read(grid(rest))).toEqual(asRead('d-5', 'd-6'));
    const unsaid = rest.map((text) => text.replace(/ aria-colindex="\d"/g, ''));
    expect(read(grid(unsaid)), 'each box has its own headings').toEqual(asRead('d-5', 'd-6'));
    const more = unsaid.map((text) => text.replace('</div>', '</div><div role="gridcell">?</div>'));
    expect(read(grid(more)), 'whose cells are whose is not said').toEqual(['not-deals']);
  });

  it('reads rows below a table of headings that has one more over the scroll bar', () => {
    const rows = two.map((texts, nth) => `<tr data-row-key="65f01ab${nth}">${cells(texts)}</tr>`);
    expect(
      read(
        `<div><table><thead>${head.replace('</tr>', '<th></th></tr>')}</thead></table></div><div><table><tbody>${rows.join('')}</tbody></table></div>`,
      ),
    ).toEqual(asRead('65f01ab0', '65f01ab1'));
  });

  it('takes a table that is drawn twice, for columns that stay put, once', () => {
    const table = `<table>${head}${two.map((texts) => `<tr>${cells(texts)}</tr>`).join('')}</table>`;
    expect(read(`<div>${table}</div><div class="fixed">${table}</div>`)).toEqual(asRead('–', '–'));
  });

  it('leaves headings out that stand again in every cell', () => {
    const names = ['Name', 'Stage', 'Amount', 'Owner'];
    const rows = two.map((texts) =>
      texts.map((text, at) => `<td><span class="title">${names[at]}</span> ${text}</td>`).join(''),
    );
    expect(read(`<table>${head}${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`)).toEqual(
      asRead('–', '–'),
    );
    const own = two.map(([name, ...texts]) => `<tr>${cells([`<b>Name</b>`, ...texts])}<!--${name}--></tr>`);
    expect(read(`<table>${head}${own.join('')}</table>`)[0], 'a deal of that name').toContain('| Name |');
  });

  it('finds ids where sums stand among the rows', () => {
    const rows = two.map(
      ([name, ...texts], nth) =>
        `<tr>${cells([`<a href="/file.php?id=3${nth + 1}">${name}</a>`, ...texts])}</tr>`,
    );
    expect(
      read(`<table>${head}${rows.join('')}<tr>${cells(['Total', '', '€2,150.50', ''])}</tr></table>`),
    ).toEqual(asRead('31', '32'));
  });

  it.each([
    ['boxes to choose rows by', 'value="4715"', 'value="4712"', ['4715', '4712']],
    ['positions', 'value="1"', 'value="2"', ['–', '–']],
  ])('reads rows of boxes without a link by %s', (_, first, second, [one = '', other = '']) => {
    const row = (texts: readonly string[]) =>
      `<div class="row">${texts.map((text) => `<p>${text}</p>`).join('')}</div>`;
    const box = (attribute: string) => `<label><input type="checkbox" ${attribute}></label>`;
    const heads = row(['<input type="checkbox">', 'Name', 'Stage', 'Amount', 'Owner']);
    const rows = two.map((texts, nth) => row([box(nth === 0 ? first : second), ...texts]));
    expect(read(`<div>${heads}${rows.join('')}</div>`)).toEqual(asRead(one, other));
  });

  it('reads rows whose cells are one part of them', () => {
    const row = ([name, ...texts]: readonly string[], nth: number) =>
      `<div class="line"><div><div class="left"><div><a href="/deals/3${nth}/edit">Edit</a><a href="/deals/3${nth}">${name}</a></div>${texts.map((text) => `<div>${text}</div>`).join('')}</div><div class="right">6 d</div></div></div>`;
    const heads = `<header><div>${['Name', 'Stage', 'Amount', 'Owner'].map((text) => `<div>${text}</div>`).join('')}</div></header>`;
    expect(read(`<div>${heads}${two.map(row).join('')}</div>`)).toEqual(asRead('30', '31'));
  });

  it('knows the name where a row has more links than that', () => {
    const links = (id: number) =>
      `<div><a href="/leads/index/${id}">View</a> | <a href="/leads/delete/${id}">Delete</a></div>`;
    const rows = two.map(
      ([name, ...texts], nth) =>
        `<tr>${cells([`<a href="/leads/index/3${nth}">${name}</a>${links(30 + nth)}`, ...texts])}</tr>`,
    );
    expect(read(`<table>${head}${rows.join('')}</table>`, { path: '/leads' })).toEqual(asRead('30', '31'));
  });

  it('prefers the status of the deal to that of the row, and takes an amount with its currency for an amount', () => {
    const heads = ['Name', 'Amount / Currency', 'Statut opportunité', 'État'].map(
      (text) => `<th>${text}</th>`,
    );
    const rows = [
      ['<a href="/deals/7">Roof</a>', '1 250,50 €', 'Proposition', 'Ouvert'],
      ['<a href="/deals/8">Crane</a>', '900,00 €', 'Gagné', 'Clôturé'],
    ].map((texts) => `<tr>${cells(texts)}</tr>`);
    expect(read(`<table><tr>${heads.join('')}</tr>${rows.join('')}</table>`)).toEqual([
      '7 | Roof | Proposition | – | 1250.50 EUR | – | –',
      '8 | Crane | Gagné | won | 900.00 EUR | – | –',
    ]);
  });
});

describe('boards', () => {
  const card = (id: string, name: string) =>
    `<div class="flex card"><a href="/deals/${id}">${name}</a><span>$5.00</span></div>`;
  const column = (name: string, ...cards: readonly string[]) =>
    `<div class="flex w-60"><div class="flex px-2"><span>${name} (${cards.length})</span></div><div class="flex gap-2">${cards.join('')}</div></div>`;

  it('finds the columns where the head of a column and its cards are of one class too', () => {
    const drawn = [
      column('New', card('1', 'Roof'), card('2', 'Van')),
      column('Negotiation', card('3', 'Crane')),
    ];
    expect(read(`<div class="flex">${drawn.join('')}${column('Won')}</div>`)).toEqual([
      '1 | Roof | New | – | 5.00 $ | – | –',
      '2 | Van | New | – | 5.00 $ | – | –',
      '3 | Crane | Negotiation | – | 5.00 $ | – | –',
    ]);
  });

  const apart = (figures: readonly number[]) =>
    `<div><div>${['Talking', 'Kunde gewonnen', 'Won'].map((name, nth) => `<div><b>${name}</b><i>${figures[nth]} deals</i></div>`).join('')}</div><div>${[
      [card('1', 'Roof'), card('2', 'Van')],
      [card('3', 'Crane')],
      [],
    ]
      .map((cards) => `<div class="col"><div class="list">${cards.join('')}</div></div>`)
      .join('')}</div></div>`;

  it('takes boxes above the columns for their heads where each says how many cards there are', () => {
    expect(read(apart([2, 1, 0])).map((deal) => deal.split(' | ')[2])).toEqual([
      'Talking',
      'Talking',
      'Kunde gewonnen',
    ]);
    expect(read(apart([8, 1, 7])).map((deal) => deal.split(' | ')[2])).toEqual(['–', '–', '–']);
  });

  it('takes no link that several deals have for a name', () => {
    const boxes = ['Roof', 'Crane'].map(
      (name, nth) =>
        `<li><ul><li><a href="/deals/${nth}1">Open</a></li></ul><a href="/deals/${nth}1">${name}</a><p>$5.00</p></li>`,
    );
    expect(
      read(
        `<div>${column('New')}<section class="s"><h3>New</h3><ul>${boxes.join('')}</ul></section><section class="s"><h3>Won</h3><ul></ul></section></div>`,
      ).map((deal) => deal.split(' | ')[1]),
    ).toEqual(['Roof', 'Crane']);
  });
});

describe('records', () => {
  const record = (drawn: string, { path = '/deals/55', title = '' }: Drawn = {}) =>
    read(drawn, { path, title });
  const pairs = [
    ['Stage', 'Offer'],
    ['Amount', '€1,250.50'],
    ['Expected close date', '2027-03-14'],
    ['Owner', 'Liv Aagaard'],
  ] as const;
  const all = ['55 | Roof | Offer | – | 1250.50 EUR | 2027-03-14 | Liv Aagaard'];
  const drawn = (pair: (label: string, value: string) => string) =>
    `<h1>Roof</h1><div>${pairs.map(([label, value]) => pair(label, value)).join('')}</div>`;

  it.each([
    ['behind a bold label', (label, value) => `<p><b>${label}:</b> ${value}</p>`],
    [
      'beside a button to edit it',
      (label, value) =>
        `<div class="f"><span>${label}</span><span>${value}</span><button>Edit</button></div>`,
    ],
    [
      'beside an empty mark',
      (label, value) =>
        `<div class="g"><div class="top"><label>${label}</label><i></i></div><div class="v">${value}</div></div>`,
    ],
    [
      'after a label in another',
      (label, value) =>
        `<div class="g"><a class="pen"></a><label><span>${label}</span></label><div>${value}</div></div>`,
    ],
    [
      'before a field that is hidden',
      (label, value) =>
        `<div class="g"><label>${label}</label><div><div style="display: none"><input value="x"></div>${value}</div></div>`,
    ],
    [
      'beside a star around the corner',
      (label, value) =>
        `<div class="f"><div class="l"><span>${label}</span><span>*</span></div><div class="v">${value}</div></div>`,
    ],
    [
      'with a star at the label',
      (label, value) => `<div class="g"><label>${label}<em>*</em></label><div>${value}</div></div>`,
    ],
  ] satisfies readonly (readonly [string, (label: string, value: string) => string])[])(
    'reads values %s',
    (_, pair) => expect(record(drawn(pair))).toEqual(all),
  );

  it('reads tables whose labels are cells like any other, but no rows of headings', () => {
    const table = `<h1>Roof</h1><table><tr><td>Stage</td><td>Offer</td><td>Amount</td><td>€1,250.50</td></tr><tr><td>Expected close date</td><td>2027-03-14</td><td>Owner</td><td>Liv Aagaard</td></tr></table>`;
    expect(record(table)).toEqual(all);
    expect(
      record('<table><tr><td>Stage</td><td>Amount</td><td>Owner</td><td>Close date</td></tr></table>'),
    ).toEqual(['not-deals']);
  });

  it('takes no next field for the value of one that has none', () => {
    const field = (label: string, value: string) =>
      `<div class="f"><div>${label}</div>${value === '' ? '' : `<div>${value}</div>`}</div>`;
    const fields = [
      ['Stage', ''],
      ['Owner', 'Liv Aagaard'],
      ['Amount', '€5.00'],
      ['Account', 'Ours'],
    ].map(([label = '', value = '']) => field(label, value));
    expect(record(`<h1>Roof</h1><div>${fields.join('')}</div>`)).toEqual([
      '55 | Roof | – | – | 5.00 EUR | – | Liv Aagaard',
    ]);
    const marks = ['<i>*</i>', '<button>Edit</button>'].map(
      (mark, nth) => `<div class="f"><div>${nth === 0 ? 'Stage' : 'Account'}</div>${mark}</div>`,
    );
    expect(
      record(
        `<h1>Roof</h1><div>${marks.join('')}${field('Amount', '€5.00')}${field('Owner', 'Ida')}${field('Close date', '2027-03-14')}</div>`,
      ),
    ).toEqual(['55 | Roof | – | – | 5.00 EUR | 2027-03-14 | Ida']);
    const within = ['Stage', 'Owner'].map((label) => `<p><b>${label}:</b></p>`);
    expect(
      record(
        `<h1>Roof</h1><dl><dt>Amount</dt><dd>€5.00</dd><dt>Account</dt><dd>Ours</dd></dl>${within.join('')}`,
      ),
    ).toEqual(['not-deals']);
  });

  it('takes a lesser heading for the name where the window bears it, and stays a record behind a tab', () => {
    const list = drawn((label, value) => `<dl><dt>${label}</dt><dd>${value}</dd></dl>`).replaceAll(
      'h1',
      'h3',
    );
    expect(record(`<h2>Menu</h2>${list}`, { title: 'Roof – CRM', path: '/deals/55#tasks' })).toEqual(all);
    expect(record(`<h2>Menu</h2>${list}`)[0]).toContain('55 | – |');
  });
});

describe('what is not seen, or not the deal’s', () => {
  const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
    `<table><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr>${rows.map((texts) => `<tr>${cells(texts)}</tr>`).join('')}</table>`;

  it('leaves out what classes hide, from all or all but screen readers', () => {
    const heads = ['Name', 'Stage', '<span class="sr-only">Sort by</span> Amount', 'Close date'];
    const drawn = table(heads, [
      '<a href="/deals/7">Roof</a>',
      '<div>Offer<div class="hidden">Lead Won</div></div>',
      '<span class="visually-hidden">Amount:</span> €5.00<i class="tip d-none">Weighted €1.00</i>',
      '<b class="d-none d-md-inline">16 Dec 2027</b><b class="d-md-none">12/16</b>',
    ]);
    expect(read(drawn)).toEqual(['7 | Roof | Offer | – | 5.00 EUR | 2027-12-16 | –']);
    const shown = drawn.replace('class="hidden"', 'class="hidden md:block"');
    expect(read(shown)[0], 'hidden on narrow screens only').toContain('Offer Lead Won');
  });

  it('reads neither of two amounts whose headings mean the same', () => {
    const heads = ['Name', 'Stage', 'Amount', 'Deal value'];
    expect(read(table(heads, ['<a href="/deals/7">Roof</a>', 'Offer', '€5.00', '€9.00']))).toEqual([
      '7 | Roof | Offer | – | – | – | –',
    ]);
    const pairs = (value: string) =>
      `<h1>Roof</h1><dl><dt>Amount</dt><dd>€5.00</dd><dt>Stage</dt><dd>Offer</dd><dt>Deal value</dt><dd>${value}</dd><dt>Owner</dt><dd>Ida</dd></dl>`;
    expect(read(pairs('€9.00'), { path: '/deals/7' })).toEqual(['7 | Roof | Offer | – | – | – | Ida']);
    expect(read(pairs('€5.00'), { path: '/deals/7' })).toEqual(['7 | Roof | Offer | – | 5.00 EUR | – | Ida']);
  });

  it('leaves out what boxes about other things and the history show', () => {
    const box = (title: string, ...pairs: readonly (readonly [string, string])[]) =>
      `<div class="card"><h3>${title}</h3>${pairs.map(([label, value]) => `<div class="kv"><span>${label}</span><span>${value}</span></div>`).join('')}</div>`;
    const own = box('Details', ['Deal value', '€5.00'], ['Stage', 'Offer'], ['Owner', 'Ida']);
    const others =
      box('Last invoice', ['Amount', '€9.00'], ['Status', 'Open']) +
      box('Company', ['Name', 'Slate']) +
      '<ul class="timeline"><li><b>Status:</b> Lost</li></ul>';
    for (const name of ['Roof', 'Customer portal'])
      expect(read(`<h1>${name}</h1>${own}${others}`, { path: '/deals/7' })).toEqual([
        `7 | ${name} | Offer | – | 5.00 EUR | – | Ida`,
      ]);
  });

  it('takes a lead that a list of deals links to for no deal', () => {
    const drawn = table(
      ['Lead', 'Stage', 'Amount'],
      ['<a href="/lead/7">Ours</a>', 'Offer', '€5.00'],
      ['<a href="/lead/8">Theirs</a>', 'Offer', '€6.00'],
    );
    expect(read(drawn, { path: '/opportunities' }).map((deal) => deal.slice(0, 3))).toEqual(['– |', '– |']);
    expect(read(drawn, { path: '/leads' }).map((deal) => deal.slice(0, 3))).toEqual(['7 |', '8 |']);
  });

  it('takes no day that two cards share for the label of what follows', () => {
    const card = (id: number) =>
      `<li class="card"><h4><a href="/deals/${id}">Deal ${id}</a></h4><p>3/18/2027</p><p>€1,000</p><p>€334</p></li>`;
    const board = [1, 2].map(
      (id) => `<section class="c"><h3>${id === 1 ? 'New' : 'Won'}</h3><ul>${card(id)}</ul></section>`,
    );
    expect(read(`<div>${board.join('')}</div>`).map((deal) => deal.split(' | ')[4])).toEqual(['–', '–']);
  });
});
