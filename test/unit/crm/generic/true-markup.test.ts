// What the markup of products in use does that pages made up for tests do not: each with the mistake that it led to.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read, resultOf } from './drawn-page';

const columns = (heads: readonly string[], cards: readonly (readonly string[])[]) =>
  `<div>${heads
    .map(
      (head, at) =>
        `<section class="col"><h2>${head}</h2><div class="list">${(cards[at] ?? []).join('')}</div></section>`,
    )
    .join('')}</div>`;

describe('a card’s name', () => {
  const card = (id: string, first: string, more: string) =>
    `<a class="card" href="/deals/${id}"><div><i>${first.slice(0, 1)}</i><div>${first}</div></div>${more}</a>`;
  const names = (of: (nth: number) => string) =>
    read(
      columns(
        ['Proposal', 'Won'],
        [
          [card('41', 'Harbour lights', of(1)), card('57', 'Pier cameras', of(2))],
          [card('63', 'Dock wireless', of(3)), card('88', 'Quay fenders', of(4))],
        ],
      ),
    ).map((deal) => deal.split(' | ')[1]);

  it.each([
    ['a day', (nth: number) => `<div>Mar ${nth}, 2027 12:00</div>`],
    ['a day in words', () => '<div>yesterday</div>'],
    ['a time ago', () => '<div>3 hours ago</div>'],
    ['an address', (nth: number) => `<div>info${nth}@acme.example</div>`],
    ['a site', (nth: number) => `<div>www.acme${nth}.example</div>`],
  ])('is not %s below what stands beside a letter', (_, of) => {
    expect(names(of)).toEqual(['Harbour lights', 'Pier cameras', 'Dock wireless', 'Quay fenders']);
  });
});

describe('a card with a letter before one text and a picture before another', () => {
  const card = (id: string, one: string, other: string) =>
    `<a class="card" href="/deals/${id}"><div><i>${one.slice(0, 1)}</i><div>${one}</div></div><p><img src="a.png" alt=""><span>${other}</span></p><div>Call back</div></a>`;

  it('has no name: either may be the deal', () => {
    const page = columns(
      ['Proposal', 'Won'],
      [
        [card('41', 'Acme Foods', 'Warehouse rollout'), card('57', 'Brite', 'Pier cameras')],
        [card('63', 'Quay Ltd', 'Dock wireless')],
      ],
    );
    expect(read(page).map((deal) => deal.split(' | ')[1])).toEqual(['–', '–', '–']);
  });
});

describe('a card whose first text stands beside initials', () => {
  const names = (initials: string, more = (_: string) => '') => {
    const card = (id: string, who: string) =>
      `<li class="card" data-deal-id="${id}"><div><i>${initials}</i><div>${who}</div></div>${more(id)}<p>$5,000.00</p></li>`;
    const page = columns(
      ['Proposal', 'Won'],
      [[card('41', 'Mia Holm'), card('57', 'Max Bold')], [card('63', 'Mo Dean')]],
    );
    return read(page).map((deal) => deal.split(' | ')[1]);
  };

  it('is called so where the letter is its own and nothing else may be the name', () => {
    expect(names('AB')).toEqual(['–', '–', '–']);
    expect(names('M')).toEqual(['Mia Holm', 'Max Bold', 'Mo Dean']);
  });

  it('may be called so or as what stands below: that is said', () => {
    expect(names('M', (id) => `<div>Kiln ${id}</div>`)).toEqual(['–', '–', '–']);
  });
});

describe('a board', () => {
  const card = (id: string, more = '') =>
    `<div class="card" draggable="true" data-id="k${id}"><h4>Deal ${id}</h4>${more}</div>`;

  it('whose columns count their cards behind a stroke is read by their names', () => {
    const heads = ['<span>New / 2</span>', '<span>Proposal / 1</span>'];
    const board = columns(heads, [
      [card('1', '<b>$5</b>'), card('2', '<b>$6</b>')],
      [card('3', '<b>$7</b>')],
    ]);
    expect(read(board).map((deal) => deal.split(' | ')[2])).toEqual(['New', 'New', 'Proposal']);
  });

  it('whose cards show a picture behind one label takes no other label and value for what it is', () => {
    const fields =
      '<div class="f"><p>Owner</p><div><img src="a.png" alt=""></div></div><div class="f"><p>Deal value</p><div>$5,000.00</div></div>';
    const board = columns(['New', 'Proposal'], [[card('1', fields), card('2', fields)], [card('3', fields)]]);
    expect(read(board)[0]).toBe('– | Deal 1 | New | – | 5000.00 $ | – | –');
  });

  it('does not take a count that stands behind a stroke behind another for how many cards there are', () => {
    const board = columns(
      ['<span>New 2 / 2</span>', '<span>Proposal 1 / 1</span>'],
      [[card('1', '<b>$5</b>'), card('2', '<b>$6</b>')], [card('3', '<b>$7</b>')]],
    );
    expect(read(board).map((deal) => deal.split(' | ')[2])).toEqual(['–', '–', '–']);
  });

  it('is not headed by what a page calls heads above it: a funnel may have as many', () => {
    const heads = ['Won', 'Lost'].map((head) => `<div class="stage-header"><div>${head}</div></div>`);
    const column = (own: readonly string[]) => `<div class="region">${own.join('')}</div>`;
    const board = `<div><div><div>${heads.join('')}</div></div><div><div>${column([card('1', '<b>$5</b>'), card('2', '<b>$6</b>')])}${column([card('3', '<b>$7</b>')])}</div></div></div>`;
    expect(read(board).map((deal) => deal.split(' | ').slice(2, 4))).toEqual([
      ['–', '–'],
      ['–', '–'],
      ['–', '–'],
    ]);
    expect(flaggedOf(board)).toContain('headings: layout-unknown stage');
  });
});

describe('a list with the status of a lead beside that of a row', () => {
  const list = (first: string) =>
    `<table><tr><th>Name</th><th>Amount</th><th>${first}</th><th>Status</th></tr>
      <tr><td><a href="/deals/41">Kiln</a></td><td>$5,000.00</td><td>Won</td><td>Open</td></tr>
      <tr><td><a href="/deals/57">Press</a></td><td>$7,000.00</td><td>Lost</td><td>Open</td></tr></table>`;

  it('reads neither: which of the two is the deal’s, it does not say', () => {
    expect(read(list('Visibility'))[0]).toBe('41 | Kiln | – | open | 5000.00 $ | – | –');
    expect(read(list('Lead status'))[0]).toBe('41 | Kiln | – | – | 5000.00 $ | – | –');
    expect(flaggedOf(list('Lead status'))).toEqual(['headings: layout-unknown stage']);
  });
});

describe('a record', () => {
  const entry = (term: string, value: string) =>
    `<div class="entry"><div><dt>${term}</dt></div><div><dd><p>${value}</p></dd></div></div>`;

  it('whose terms and descriptions lie in boxes of their own is read', () => {
    const page = `<h1>Kiln</h1><dl><div>${entry('Amount', '$5,000.00')}${entry('Close date', '2027-03-31')}</div>${entry('Stage', 'Proposal')}${entry('Owner', 'Ada Roe')}</dl>`;
    expect(read(page, { path: '/deals/41' })).toEqual([
      '41 | Kiln | Proposal | – | 5000.00 $ | 2027-03-31 | Ada Roe',
    ]);
  });

  it('takes no tab for the value of the one before it', () => {
    const tab = (text: string) => `<div class="tab">${text}</div>`;
    const page = `<h1>Kiln</h1><dl>${entry('Amount', '$5,000.00')}${entry('Stage', 'Proposal')}${entry('Close date', '2027-03-31')}</dl><div>${['Notes', 'Products', 'Quotes'].map(tab).join('')}</div>`;
    const result = resultOf(page, { path: '/deals/41' });
    expect(result.kind === 'read' && result.deals[0]?.read.values).not.toHaveProperty('product');
  });
});

describe('a list of plain boxes', () => {
  const heads = ['Deal', 'Amount', 'Stage', 'Owner', 'Close date'];
  const head = (more = '') =>
    `<div class="head">${heads.map((one) => `<div class="h">${one}</div>`).join('')}${more}</div>`;
  const row = (name: string, stage: string) =>
    `<div class="row">${[name, '$5,000.00', stage, 'Ada Roe', '2027-03-31'].map((one) => `<div class="c">${one}</div>`).join('')}</div>`;
  const none = ['not-deals'];

  it('is read with a place to add a row behind its rows, and with nothing else there', () => {
    const rows = ['Kiln', 'Press'].map((name) => row(name, 'Proposal'));
    const list = (...after: readonly string[]) =>
      `<div>${head()}<div>${rows.join('')}${after.join('')}</div></div>`;
    expect(read(list('<div class="row"><div>+ Add</div></div>'))).toEqual([
      '– | Kiln | Proposal | – | 5000.00 $ | 2027-03-31 | Ada Roe',
      '– | Press | Proposal | – | 5000.00 $ | 2027-03-31 | Ada Roe',
    ]);
    // A row that lacks a cell is one all the same: without it the list would be another one.
    expect(read(list('<div class="row"><div>Loom</div><div>$7,000.00</div><div>Won</div></div>'))).toEqual(
      none,
    );
    expect(
      read(
        list('<div class="won"><i>Loom</i><i>$7,000.00</i><i>Won</i><i>Ada Roe</i><i>2027-02-03</i></div>'),
      ),
    ).toEqual(none);
  });

  it('is not made of the first thing that has as many cells as there are headings', () => {
    const sums =
      '<div class="pinned"><div class="sums"><i>All deals</i><i>$44,500.00</i><i>Open</i><i>Everyone</i><i>2027</i></div></div>';
    expect(
      read(`<div>${head()}<div>${sums}<div>${row('Kiln', 'Won')}${row('Press', 'Won')}</div></div></div>`),
    ).toEqual(none);
  });

  it('is no board where a row and its headings are drawn alike', () => {
    const cards = ['41', '57'].map(
      (id) =>
        `<a class="g" href="/deals/${id}"><div>Deal ${id}</div><div>Ada</div><div>+1</div><div>$5,000.00</div></a>`,
    );
    const page = `<div><div class="m g"><p>Deal</p><p>Mood</p><p>Call</p><p>Amount</p></div><div class="m">${cards.join('')}</div></div>`;
    expect(read(page)).toEqual([
      '41 | Deal 41 | – | – | 5000.00 $ | – | –',
      '57 | Deal 57 | – | – | 5000.00 $ | – | –',
    ]);
  });
});

describe('a section', () => {
  it('takes no section of several fields for the value of one', () => {
    const page = `<h1>Kiln</h1><dl><dt>Amount</dt><dd>$5,000.00</dd><dt>Stage</dt><dd>Proposal</dd><dt>Close date</dt><dd>2027-03-31</dd></dl><section><div>Organisation</div><div><label>Employees</label><p>11-50</p><label>Industry</label><p>Energy</p></div></section>`;
    const result = resultOf(page, { path: '/deals/41' });
    expect(result.kind === 'read' && result.deals[0]?.read.values.account).toBeUndefined();
  });
});
