// What a page shows beside its deals, and what must not be made of it.
import { describe, expect, it } from 'vitest';
import type { DealValues } from '../../../../lib/deal/deal';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

function read(main: string, { path = '/deals', after = '' } = {}) {
  const document = new DOMParser().parseFromString(`<main>${main}</main>${after}`, 'text/html');
  const url = new URL(path, 'https://crm.example.com');
  const page = {
    document,
    url,
    locale: 'en',
    now: '2027-03-01T12:00:00Z',
    ended: new AbortController().signal,
  };
  const result = atOnce(generic.read(page));
  return result.kind === 'read' ? result.deals.map(({ read: { id, values } }) => ({ id, ...values })) : [];
}

const card = (id: number, inner = '<p class="deal-amount">$5.00</p>') =>
  `<li class="card" data-deal-id="${id}"><h4>Deal ${id}</h4>${inner}</li>`;
const column = (title: string, ...cards: readonly string[]) =>
  `<section class="column"><h3>${title}</h3><ul class="cards">${cards.join('')}</ul></section>`;
const board = (first: string, second: string, inner?: string, head = '') =>
  `${head}<div class="columns">${column(first, card(7, inner), card(19, inner))}${column(second, card(4, inner), card(28, inner))}</div>`;
const all = <Field extends keyof DealValues>(main: string, field: Field) =>
  read(main).map((values) => values[field]);

describe('of a board', () => {
  it('reads amounts and stages where it can: the cases below differ in one thing each', () => {
    expect(all(board('Qualified', 'Closed Won'), 'stage')).toEqual([
      'Qualified',
      'Qualified',
      'Closed Won',
      'Closed Won',
    ]);
    expect(all(board('Qualified', 'Closed Won'), 'amount')).toEqual(
      Array(4).fill({ decimal: '5.00', symbol: '$' }),
    );
  });

  it.each([
    ['persons', 'Mitchell Admin', 'Marc Demo'],
    ['kinds of business', 'New business', 'Existing business'],
    ['places', 'New York', 'Boston'],
    ['sources', 'Contact form', 'Referral'],
    ['names with sums', 'Qualified · €120,000', 'Closed Won · €2,000'],
  ])('takes no %s for stages', (_, first, second) => {
    const read = all(board(first, second), 'stage');
    expect(read).toHaveLength(4);
    expect(read).toEqual(Array(4).fill(undefined));
  });

  it('takes no tabs above it for the names of its columns', () => {
    const tabs = '<div><a href="?a">Open</a><a href="?b">Won</a></div>';
    expect(all(board('', '', undefined, tabs), 'outcome')).toEqual(Array(4).fill(undefined));
  });

  it('believes the cards where they name another stage than their column', () => {
    const inner = '<p><span>Stage</span><span>Negotiation</span></p>';
    expect(all(board('Qualified', 'Closed Won', inner), 'stage')).toEqual(Array(4).fill('Negotiation'));
    expect(all(board('Qualified', 'Closed Won', inner), 'outcome')).toEqual(Array(4).fill(undefined));
  });

  it.each([
    '<label>Weighted value</label><span class="amount">$4,000.00</span>',
    '<p>Weighted value: <strong>$4,000.00</strong></p>',
    '<p>Balance due: <b>$50.00</b></p>',
    '<p><b>$99.00</b><small>/mo</small></p>',
    '<p><span>€4,000.00</span><span>weighted</span></p>',
    '<p class="deal-amount deal-amount--weighted">$4,000.00</p>',
    '<p>R-1042</p>',
    '<p>$99.00 · per month</p>',
  ])('takes no amount of another kind for the deal’s: %s', (inner) => {
    expect(all(board('Qualified', 'Closed Won', inner), 'amount')).toEqual(Array(4).fill(undefined));
  });

  it('takes no count of a script’s own for an id', () => {
    const items = (from: number) =>
      [0, 1].map(
        (nth) =>
          `<li class="card" data-id="datapoint_${from + 3 * nth}"><h4>Deal ${nth}</h4><p>€5.00</p></li>`,
      );
    const drawn = `<div>${column('Qualified', ...items(3))}${column('Closed Won', ...items(11))}</div>`;
    expect(read(drawn).map(({ id }) => id)).toEqual(Array(4).fill(undefined));
  });

  it('is none where its cards lie in columns of one deal’s own page', () => {
    const tasks = `<div>${column('To do', card(7), card(8))}${column('Done', card(9), card(10))}</div>`;
    expect(read(tasks, { path: '/deals/12' })).toEqual([]);
  });
});

describe('of dialogs and addresses', () => {
  const form =
    '<label for="a">Amount</label><input id="a" value="5"><label for="s">Stage</label><input id="s" value="Won"><label for="o">Owner</label><input id="o" value="Ida">';

  it('takes no form over the page for a record, and no pipeline’s number for a deal', () => {
    const after = `<div role="dialog"><h2>Add deal</h2>${form}</div>`;
    expect(read('<h1>Board</h1>', { path: '/pipelines/3', after })).toEqual([]);
    expect(read('<h1>Board</h1>', { path: '/deals/3', after })).toEqual([]);
  });

  it('takes no dialog that is closed by its style for a record', () => {
    const pairs =
      '<dl><dt>Amount</dt><dd>$5.00</dd><dt>Stage</dt><dd>Won</dd><dt>Owner</dt><dd>Ida</dd></dl>';
    const after = (style: string) =>
      `<div style="${style}"><div role="dialog"><h2>Ours</h2>${pairs}</div></div>`;
    expect(read('<h1>Board</h1>', { path: '/deals/3', after: after('') })).toHaveLength(1);
    expect(read('<h1>Board</h1>', { path: '/deals/3', after: after('display: none') })).toEqual([]);
  });
});
