// What stands where a value may, and is another one or none: it is left out, and said where the value is known to be there.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read } from './drawn-page';

const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr>${rows
    .map((texts) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('')}</table>`;

describe('cells over several rows', () => {
  const heads = '<tr><th></th><th>Deal</th><th>Stage</th><th>Amount</th></tr>';
  const box = '<td rowspan="2"><input type="checkbox"></td>';

  it('make no deal of what else is said of the one above', () => {
    const main = `<table>${heads}
      <tr>${box}<td>Roof</td><td>Offer</td><td>$10</td></tr><tr><td>Anna Berg</td><td>Acme</td><td>$99</td></tr>
      <tr>${box}<td>Crane</td><td>Won</td><td>$20</td></tr><tr><td>Bo Holm</td><td>Mesa</td><td>$98</td></tr></table>`;
    expect(read(main)).toEqual([
      '– | Roof | Offer | – | 10 $ | – | –',
      '– | Crane | Won | won | 20 $ | – | –',
    ]);
    expect(flaggedOf(main)).toEqual(['Anna Berg: row-unreadable –', 'Bo Holm: row-unreadable –']);
  });

  it('are no amount of any of their deals, and that is said', () => {
    const main = `<table><tr><th>Deal</th><th>Stage</th><th>Amount</th></tr>
      <tr><td><a href="/deals/41">Roof</a></td><td>Offer</td><td rowspan="2">$30,000</td></tr>
      <tr><td><a href="/deals/57">Crane</a></td><td>Offer</td></tr>
      <tr><td><a href="/deals/63">Gate</a></td><td>Offer</td><td>$5,000.00</td></tr></table>`;
    expect(read(main)).toEqual([
      '41 | Roof | Offer | – | – | – | –',
      '57 | Crane | Offer | – | – | – | –',
      '63 | Gate | Offer | – | 5000.00 $ | – | –',
    ]);
    expect(flaggedOf(main)).toEqual(['Roof: amount-ambiguous amount', 'Crane: amount-ambiguous amount']);
  });
});

describe('a record of values that are buttons', () => {
  const button = (text: string) => `<button>${text}</button>`;
  const record = (owner: string, stage = 'Proposal') =>
    `<h1>Roof</h1><div>${[
      ['Stage', stage],
      ['Amount', '$5,000.00'],
      ['Close date', '2027-03-31'],
      ['Owner', owner],
      ['Source', 'Web'],
    ]
      .map(([label = '', value = '']) => `<div><span>${label}</span>${button(value)}</div>`)
      .join('')}</div>`;
  const path = '/deals/41';

  it.each([
    'Click to assign',
    'Reassign',
    'Pick owner',
    'Take over',
    'Claim',
    'Enter owner',
    'Follow',
    'Unassigned',
    'Anna Berg',
  ])('has no owner: a name looks like what a click does: %s', (owner) => {
    expect(read(record(owner), { path })).toEqual(['41 | Roof | Proposal | – | 5000.00 $ | 2027-03-31 | –']);
  });

  it.each(['Advance', 'Move on', 'Click to change', 'Pick a stage'])(
    'has no stage that no stage is called: %s',
    (stage) => {
      expect(read(record('Anna Berg', stage), { path })[0]).toMatch(/^(?:41 \| Roof \| – \|.*|not-deals)$/);
    },
  );
});

describe('a machine’s day that is struck through', () => {
  const list = (closeOn: string) =>
    table(['Deal', 'Stage', 'Close date'], ['<a href="/deals/41">Roof</a>', 'Offer', closeOn]);
  it.each([
    '<del><time datetime="2027-03-31">31 Mar 2027</time></del> <span>30 Apr 2027</span>',
    '<time datetime="2027-03-31"><s>31 Mar 2027</s></time> <span>30 Apr 2027</span>',
    '<del>31 Mar 2027</del> <time datetime="2027-04-30">Apr 30</time>',
  ])('was so before: %s', (closeOn) => {
    expect(read(list(closeOn))).toEqual(['41 | Roof | Offer | – | – | 2027-04-30 | –']);
  });
});

describe('a date with another distance below it', () => {
  const list = (closeOn: string) =>
    table(['Deal', 'Stage', 'Close date'], ['<a href="/deals/41">Roof</a>', 'Offer', closeOn]);
  const lines = (date: string, distance: string) => list(`<div>${date}</div><div>${distance}</div>`);

  it.each([
    ['15 Jan 2027', 'in 30 days'],
    ['27 Mar 2027', 'in 30 days'],
    ['31 Mar 2027', '30 days ago'],
    ['30 Mar 2027', 'in 3 weeks'],
    ['4 Mar 2027', 'Tomorrow'],
  ])('is doubtful, and said to be: %s, %s', (date, distance) => {
    expect(read(lines(date, distance))).toEqual(['41 | Roof | Offer | – | – | – | –']);
    expect(flaggedOf(lines(date, distance))).toEqual(['Roof: date-unreadable closeOn']);
  });

  it.each([
    ['1 Apr 2027', 'in 30 days', '2027-04-01'],
    ['26 Mar 2027', 'in 3 weeks', '2027-03-26'],
    ['3 Mar 2027', 'Tomorrow', '2027-03-03'],
  ])(
    'is the date, where both agree within a day or the weeks that are counted: %s, %s',
    (date, distance, day) => {
      expect(read(lines(date, distance))).toEqual([`41 | Roof | Offer | – | – | ${day} | –`]);
    },
  );
});

it('a milestone is no stage, and what is likely no amount', () => {
  const field = (label: string, value: string) => `<div><label>${label}</label><span>${value}</span></div>`;
  const main = `<h1>Roof</h1><div>${field('Milestone', 'Kick-off')}${field('Likely', '80 %')}${field('Amount', '$5,000.00')}${field('Close date', '2027-03-31')}${field('Owner', 'Anna Berg')}</div>`;
  expect(read(main, { path: '/deals/41' })).toEqual([
    '41 | Roof | – | – | 5000.00 $ | 2027-03-31 | Anna Berg',
  ]);
});

describe('lists that are of deals, whatever else is said of them', () => {
  it.each(['Deal ID', 'Deal #', 'Deal age', 'Deal score', 'Deal probability', 'Opportunity ID'])(
    'are read where a column of figures is called %s',
    (heading) => {
      const main = table(
        ['Name', 'Stage', 'Amount', heading],
        ['Roof', 'Offer', '$5,000.00', '41'],
        ['Crane', 'Won', '$9,000.00', '57'],
      );
      expect(read(main)).toHaveLength(2);
    },
  );

  it('are read where each name leads to a part of its deal', () => {
    const row = (id: number, name: string, to: string) => [
      `<a href="/deals/${id}/${to}">${name}</a>`,
      'Offer',
      '$5,000.00',
    ];
    const main = (to: string) =>
      table(['Deal', 'Stage', 'Amount'], row(12, 'Roof', to), row(57, 'Crane', to));
    expect(read(main('activities'))).toHaveLength(2);
    expect(read(main('orders/99')), 'what lies below a deal is another thing').toEqual(['not-deals']);
  });

  it.each(['New customers', 'Enterprise accounts', 'People we met', 'Sales dashboard'])(
    'are read at a pipeline’s address below "%s"',
    (title) => {
      const main = table(
        ['Name', 'Stage', 'Amount'],
        ['Roof', 'Offer', '$5,000.00'],
        ['Crane', 'Won', '$9,000.00'],
      );
      expect(read(`<h1>${title}</h1>${main}`, { path: '/pipeline/1' })).toHaveLength(2);
    },
  );

  it.each([
    '<header><button>New deal</button></header>',
    '<div class="row-menu"><button>Convert to deal</button><a>Convert to deal</a></div>',
    '<div class="row-menu"><a href="#">Convert to deal</a><a href="javascript:void(0)">Convert to deal</a></div>',
    '<header><a href="https://help.example.org/deals">Deals</a></header>',
  ])('are read at the address of leads, beside %s', (beside) => {
    const main = table(
      ['Name', 'Stage', 'Amount'],
      ['Roof', 'Offer', '$5,000.00'],
      ['Crane', 'Won', '$9,000.00'],
    );
    expect(read(beside + main, { path: '/leads/pipeline/3' })).toHaveLength(2);
  });
});

it('an amount in another currency behind one that something unknown labels is as little the deal’s', () => {
  const card = (id: number) =>
    `<li class="card" data-deal-id="${id}"><h4>Roof ${id}</h4><div><span>Likely</span><span><div><label>€5,000.00</label><div>$5,400.00</div></div></span></div></li>`;
  const board = ['Qualified', 'Closed Won']
    .map(
      (stage, nth) =>
        `<section class="col"><h3>${stage}</h3><ul>${card(41 + nth)}${card(57 + nth)}</ul></section>`,
    )
    .join('');
  expect(read(`<div>${board}</div>`)[0]).toBe('41 | Roof 41 | Qualified | – | – | – | –');
  expect(flaggedOf(`<div>${board}</div>`)[0]).toBe('Roof 41: amount-ambiguous amount');
});
