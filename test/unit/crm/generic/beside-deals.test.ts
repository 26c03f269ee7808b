// What has a name, a stage and an amount as well, and is no deal.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read } from './drawn-page';

const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr>${rows
    .map((texts) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('')}</table>`;
const heads = ['Name', 'Stage', 'Amount'];
const linked = (to: string) =>
  table(
    heads,
    [`<a href="${to}/412">Roof</a>`, 'Offer', '€1,250.50'],
    [`<a href="${to}/437">Crane</a>`, 'Won', '€900.00'],
  );
const card = (to: string, id: number, name: string) =>
  `<li class="card" data-id="c-${id}af"><a href="${to}/${id}">${name}</a><p>€5.00</p></li>`;
const board = (to: string) =>
  ['Qualified', 'Offer']
    .map(
      (stage, nth) =>
        `<section class="col"><h3>${stage}</h3><ul>${card(to, 70 + nth, 'Roof')}${card(to, 90 + nth, 'Crane')}</ul></section>`,
    )
    .join('');

describe('rows and cards that lead to something else', () => {
  it.each(['/orders', '/candidates', '/tickets', '/invoices', '/rechnungen', '/tasks'])(
    'are no deals: %s',
    (to) => {
      expect(read(linked(to), { path: '/pipeline' })).toEqual(['not-deals']);
      expect(read(`<div>${board(to)}</div>`, { path: '/pipeline' })).toEqual(['not-deals']);
    },
  );

  it('are deals where they lead to whom they are with, or to the deals', () => {
    for (const to of ['/deals', '/companies', '/contacts']) {
      expect(read(linked(to)), to).toHaveLength(2);
      expect(read(`<div>${board(to)}</div>`), to).toHaveLength(4);
    }
  });
});

describe('an address that says "pipeline" and no more', () => {
  const plain = table(heads, ['Roof', 'Offer', '€1,250.50'], ['Crane', 'Won', '€900.00']);

  it.each(['Candidates', 'Candidates pipeline', 'Order pipeline'])('lists no deals below "%s"', (title) => {
    expect(read(`<h1>${title}</h1>${plain}`, { path: '/pipeline' })).toEqual(['not-deals']);
  });

  it.each(['Pipeline', 'Deals pipeline', 'Sales pipeline', ''])('lists them below "%s"', (title) => {
    expect(read(`<h1>${title}</h1>${plain}`, { path: '/pipeline' })).toHaveLength(2);
  });

  it('lists them where another part of the address names a company', () => {
    expect(read(plain, { path: '/companies/4411/app#/pipeline' })).toHaveLength(2);
    expect(read(`<h1>Invoices</h1>${plain}`, { path: '/deals' }), 'sure of it').toHaveLength(2);
  });
});

describe('sums of several deals', () => {
  it('are none, where "Deals" heads their number', () => {
    const sums = table(
      ['Owner', 'Stage', 'Deals', 'Amount', 'Close date'],
      ['Io Vance', 'Offer', '3', '€1,250.50', '2027-03-31'],
      ['Liv Aagaard', 'Won', '12', '€900.00', '2027-02-01'],
    );
    expect(read(sums)).toEqual(['not-deals']);
  });

  it('are not taken for deals that are called by numbers and lead to them', () => {
    const numbered = table(
      ['Deal', 'Stage', 'Amount'],
      ['<a href="/deals/2041">2041</a>', 'Offer', '€1,250.50'],
      ['<a href="/deals/2044">2044</a>', 'Won', '€900.00'],
    );
    expect(read(numbered)[0]).toBe('2041 | 2041 | Offer | – | 1250.50 EUR | – | –');
  });
});

describe('leads', () => {
  const leads = table(
    ['Name', 'Company', 'Status', 'Owner'],
    ['<a href="/leads/412">Io Vance</a>', 'Mesa', 'New', 'Liv Aagaard'],
  );
  const menu = (...links: readonly string[]) =>
    `<nav>${links.map((link) => `<a href="/${link.toLowerCase()}">${link}</a>`).join('')}</nav>`;

  it.each([['Deals'], ['Opportunities'], ['Verkaufschancen'], ['Affärer']])(
    'are no deals where the menu has these as well: %s',
    (entry) => {
      expect(read(menu('Leads', entry) + leads, { path: '/leads' })).toEqual(['not-deals']);
      expect(read(menu('Leads', entry) + leads, { path: '/index.php?module=Leads' })).toEqual(['not-deals']);
      const button = `<aside><button>Leads</button><button>${entry}</button></aside>`;
      expect(read(button + leads, { path: '/leads/pipeline' })).toEqual(['not-deals']);
    },
  );

  it('are the deals where it has none', () => {
    const own = menu('Leads', 'Companies', 'Pipeline', 'Leads/pipeline', 'Quotes');
    expect(read(own + leads, { path: '/leads' })).toHaveLength(1);
    expect(read(menu('Leads', 'Deals') + linked('/deals'), { path: '/deals' })).toHaveLength(2);
    const called = '<nav><a href="/leads">Deals</a><a href="/leads/pipeline">Opportunities</a></nav>';
    expect(read(called + leads, { path: '/leads' }), 'leads that are called deals').toHaveLength(1);
    expect(read(`<a href="/deals">Deals</a>${leads}`, { path: '/leads' }), 'no menu').toHaveLength(1);
  });
});

it.each([
  '/deals/goals',
  '/deals/quotas',
  '/deals/commissions',
  '/deals/reports',
  '/deals/objectifs',
  '/analytics/deals',
  '/insights/deals',
])('what is aimed at or paid for deals is none: %s', (path) => {
  const goals = table(['Name', 'Amount', 'Status'], ['First quarter', '€400,000.00', 'On track']);
  expect(read(goals, { path })).toEqual(['not-deals']);
  expect(read(goals, { path: '/deals' })).toHaveLength(1);
});

it('rows that say how many deals they stand for are none', () => {
  const ranks = (count: string) =>
    table(
      ['Name', 'Amount', 'Stage', 'Deals'],
      ['Io Vance', '€99,000.00', 'Gold', count],
      ['Liv Aagaard', '€52,500.00', 'Silver', '4'],
    );
  expect(read(ranks('9'))).toEqual(['not-deals']);
  expect(read(ranks('Roof'))).toHaveLength(2);
});

it('a column that is not shown heads nothing', () => {
  const hidden = `<table><tr><th>Deal</th><th style="display: none">Amount</th><th>Value</th><th>Stage</th></tr><tr><td><a href="/deals/41">Roof</a></td><td style="display: none">1.00</td><td>€5.00</td><td>Offer</td></tr></table>`;
  expect(read(hidden)).toEqual(['41 | Roof | Offer | – | 5.00 EUR | – | –']);
});

it('two owners of a record are none, and that is said', () => {
  const field = (label: string, value: string) =>
    `<div class="f"><label>${label}</label><span>${value}</span></div>`;
  const main = `<h1>Roof</h1><div>${field('Amount', '€5.00')}${field('Stage', 'Offer')}${field('Owner', 'Io Vance')}</div><div><h4>Account</h4>${field('Owner', 'Liv Aagaard')}</div>`;
  expect(read(main, { path: '/deals/41' })).toEqual(['41 | Roof | Offer | – | 5.00 EUR | – | –']);
  expect(flaggedOf(main, { path: '/deals/41' })).toEqual(['Roof: layout-unknown owner']);
});
