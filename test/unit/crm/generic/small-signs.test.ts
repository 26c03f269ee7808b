// Small things of true markup that once hid a value, or gave one that nobody wrote.
import { describe, expect, it } from 'vitest';
import { isHidden } from '../../../../lib/crm/dom/is-hidden';
import { fieldOfHeading } from '../../../../lib/crm/generic/field-of-heading';
import { readDrawn as read } from './drawn-page';

const board = (of: (nth: number) => string) => {
  const card = (id: string, nth: number) =>
    `<a class="card" href="/deals/${id}"><h4>Deal ${id}</h4>${of(nth)}</a>`;
  const column = (head: string, cards: string) =>
    `<section class="col"><h2>${head}</h2><div class="list">${cards}</div></section>`;
  return `<div>${column('Proposal', card('41', 1) + card('57', 2))}${column('Won', card('63', 3) + card('88', 4))}</div>`;
};
const amounts = (page: string) => read(page).map((deal) => deal.split(' | ')[4]);

describe('an amount of a card', () => {
  it('is its own beside another one in brackets, which says what that one is', () => {
    const page = board((nth) => `<p><b>$${nth}2.5K</b>, <i>Design</i><i> (Expected: $${nth}.2K)</i></p>`);
    expect(amounts(page)).toEqual(['12500 $', '22500 $', '32500 $', '42500 $']);
    // A word in brackets alone is said of it.
    const expected = board((nth) => `<p><b>$${nth}2.5K</b><i> (expected)</i></p>`);
    expect(amounts(expected)).toEqual(['–', '–', '–', '–']);
  });

  it.each(['3 weeks ago', 'il y a 2 mois', 'vor 3 Monaten', 'for 2 måneder siden'])(
    'is not one of each week or month where the card was touched %s',
    (ago) => {
      const rows = (nth: number, last: string) =>
        `<div><div><div>$ 6${nth},000.00</div></div><div><div>${nth === 1 ? last : 'yesterday'}</div></div></div>`;
      expect(amounts(board((nth) => rows(nth, ago)))[0]).toBe('61000.00 $');
      expect(amounts(board((nth) => rows(nth, 'per week')))[0]).toBe('–');
    },
  );
});

describe('a record', () => {
  it('has no reason where the page asks for one', () => {
    const page = (reason: string) =>
      read(
        `<h1>Harbour lights</h1><dl><dt>Deal stage</dt><dd>Proposal</dd><dt>Amount</dt><dd>$5,000.00</dd><dt>Close date</dt><dd>2027-03-31</dd><dt>Lost reason</dt><dd>${reason}</dd></dl>`,
        { path: '/deals/41' },
      );
    expect(page('Clic para añadir')).toEqual(page(''));
  });
});

describe('headings', () => {
  it.each([
    ['Assigned User(s)', 'owner'],
    ['Ajouté le', 'createdOn'],
    // Each is as often something else.
    ['Geschäftskunde', undefined],
    ['Associated companies', undefined],
    ['Konti', undefined],
    ['Owned by', undefined],
    ['Deal(s)', undefined],
    ['Related contact', undefined],
  ] as const)('%s', (heading, field) => {
    expect(fieldOfHeading(heading)?.field).toBe(field);
  });
});

describe('a template', () => {
  it('is hidden as a page brings it, and shown where a script has drawn into it', () => {
    const parsed = new DOMParser().parseFromString(
      '<template class="[all:unset]"><p>Deal</p></template>',
      'text/html',
    );
    const [brought] = parsed.getElementsByTagName('template');
    expect(brought && isHidden(brought)).toBe(true);
    // The tests' document keeps what a script puts into a template apart, as no browser does.
    const drawn = document.createElement('template');
    drawn.setAttribute('class', '[all:unset]');
    expect(isHidden(drawn)).toBe(true);
    Object.defineProperty(drawn, 'childElementCount', { value: 1 });
    expect(isHidden(drawn)).toBe(false);
    drawn.removeAttribute('class');
    expect(isHidden(drawn)).toBe(true);
  });
});
