// A card's title is the deal's name whatever else stands on the card; and where no card has a title, what only stands first is the name as far as nothing speaks against it.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read } from './drawn-page';

const ids = [41, 57, 63, 88, 90, 93, 97];
/** A board of these cards, without links to the deals. */
function board(...inner: readonly string[]): string {
  const cards = inner.map(
    (html, nth) =>
      `<li class="card" data-deal-id="${ids[nth]}">${html}<p class="sum">$${nth + 1},000.00</p></li>`,
  );
  const column = (stage: string, own: readonly string[]) =>
    `<section class="col"><h2>${stage}</h2><ul>${own.join('')}</ul></section>`;
  return `<div>${column('Proposal', cards.slice(0, 2))}${column('Negotiation', cards.slice(2))}</div>`;
}
const namesOf = (page: string) => read(page).map((deal) => deal.split(' | ')[1]);
const amountsOf = (page: string) => read(page).map((deal) => deal.split(' | ')[4]);
const others = ['<h4>Fjord</h4>', '<h4>Crane</h4>', '<h4>Keel</h4>'];

describe('a heading on a card is the deal’s name', () => {
  it.each([
    ['three capitals', '<h4>IBM</h4><p>Anna Berg</p>', 'IBM'],
    ['three capitals above the company', '<h4>ERP</h4><p class="company">Acme</p>', 'ERP'],
    ['a figure and a letter', '<h4>3M</h4><p>Anna Berg</p>', '3M'],
    ['a class of another place', '<h4>Sloop</h4><span class="title">Head of IT</span>', 'Sloop'],
    ['words for other amounts', '<div>$5,000.00</div><h4>Annual service</h4><p>Acme</p>', 'Annual service'],
    ['such a word as its first', '<div>$5,000.00</div><h4>Budget tool</h4><p>Acme</p>', 'Budget tool'],
    ['a label below it', '<h4>Sloop</h4><h6>Customer</h6><p>Acme</p>', 'Sloop'],
  ])('with %s: %s', (_, card, name) => {
    expect(namesOf(board(card, ...others))).toEqual([name, 'Fjord', 'Crane', 'Keel']);
  });

  it('where several deals are called the same', () => {
    const cards = ['Acme', 'Beta', 'Delta'].map((account) => `<h5>Renewal</h5><p>${account}</p>`);
    expect(namesOf(board(...cards, '<h5>Upgrade</h5><p>Eps</p>'))).toEqual([
      'Renewal',
      'Renewal',
      'Renewal',
      'Upgrade',
    ]);
  });

  it('but not where it is the label of what stands behind it', () => {
    const cards = ['Fjord', 'Crane', 'Keel', 'Mast'].map(
      (name) => `<h6>Customer</h6><p>Acme ${name}</p><div>${name}</div>`,
    );
    expect(namesOf(board(...cards))).toEqual(['Fjord', 'Crane', 'Keel', 'Mast']);
  });
});

describe('a class is a title’s only where it is a part of the card’s own', () => {
  it.each([
    '<span class="title">Head of IT</span>',
    '<i class="title">Send contract</i>',
    '<span class="subject">Call about pricing</span>',
  ])('and not in %s', (other) => {
    const cards = ['Fjord license', 'Crane', 'Keel', 'Mast'].map((name) => `<div>${name}</div>${other}`);
    expect(namesOf(board(...cards))).toEqual(['Fjord license', 'Crane', 'Keel', 'Mast']);
  });

  it('as `card-title` is in a card', () => {
    const cards = ['Fjord', 'Crane'].map((name) => `<div>Acme</div><div class="card-title">${name}</div>`);
    expect(namesOf(board(...cards))).toEqual(['Fjord', 'Crane']);
  });
});

describe('what stands behind an amount', () => {
  it.each([
    '<div>Dimension rollout</div><div>Acme</div>',
    '<div>Manual labels</div><div>Acme</div>',
    '<div>Annual service agreement</div><div>Acme</div>',
  ])('is the name unless it says of the amount what it is: %s', (inner) => {
    const [, name] = /<div>(.*?)</.exec(inner) ?? [];
    const plain = ['Fjord', 'Crane', 'Keel'].map(
      (one) => `<div>$5,000.00</div><div>${one}</div><div>Oak</div>`,
    );
    expect(namesOf(board(`<div>$5,000.00</div>${inner}`, ...plain))[0]).toBe(name);
  });

  it('gives its place to no other where it may be either', () => {
    const plain = ['Fjord', 'Crane', 'Keel'].map(
      (one) => `<div>$5,000.00</div><div>${one}</div><div>P. ${one}</div>`,
    );
    const page = board('<div>$5,000.00</div><div>Budget tool</div><div>Acme</div>', ...plain);
    expect(namesOf(page)).toEqual(['–', 'Fjord', 'Crane', 'Keel']);
    expect(flaggedOf(page)).toContainEqual(expect.stringMatching(/layout-unknown name$/));
  });
});

describe('an amount on a card is doubtful', () => {
  it.each(['Weighted', 'Monthly recurring', 'Deposit'])('below the heading "%s"', (label) => {
    const page = board(...others)
      .replaceAll(' class="sum"', '')
      .replace('<p>', `<h6>${label}</h6><p>`);
    expect(amountsOf(page)).toEqual(['–', '2000.00 $', '3000.00 $']);
    expect(flaggedOf(page)).toEqual(['Fjord: amount-ambiguous amount']);
  });

  it('and its heading no name', () => {
    const plain = ['Fjord', 'Crane', 'Keel'].map((name) => `<div>${name}</div>`);
    const page = board(...plain).replace('<p', '<h6>Weighted</h6><p');
    expect(namesOf(page)).toEqual(['Fjord', 'Crane', 'Keel']);
    expect(amountsOf(page)).toEqual(['–', '2000.00 $', '3000.00 $']);
  });

  it('below a heading that most cards show, whose texts above are no names for sure', () => {
    const plain = ['Fjord', 'Crane', 'Keel'].map((name) => `<div>${name}</div><h6>Cost</h6>`);
    const page = board(...plain).replaceAll(' class="sum"', '');
    expect(
      new Set(read(page).map((deal) => deal.replace(/^\d+ \| (.) \| \w+ \| . \| (.) .*$/, '$1$2'))),
    ).toEqual(new Set(['––']));
  });

  it.each(['value', 'amount'])('below such a heading, too, where its class is `%s`', (name) => {
    const page = board(...others).replace('<p class="sum">$1', `<h6>Weighted</h6><p class="${name}">$1`);
    expect(amountsOf(page)[0]).toBe('–');
  });

  it.each(['sum', 'amount'])('but not below the deal’s name: `%s`', (name) => {
    const cards = ['Annual service', 'Manual labels', 'Dimension Data', 'Carlig'];
    const page = board(...cards.map((one) => `<h4>${one}</h4>`)).replaceAll('"sum"', `"${name}"`);
    expect(namesOf(page)).toEqual(cards);
    expect(amountsOf(page)).toEqual(['1000.00 $', '2000.00 $', '3000.00 $', '4000.00 $']);
  });

  it.each(['Manual labels', 'Dimension Data', 'Carlig'])('but not behind "%s"', (text) => {
    const cards = others.map((title, nth) => `${title}<div>${nth === 0 ? text : `Oak ${nth}`}</div>`);
    expect(amountsOf(board(...cards))).toEqual(['1000.00 $', '2000.00 $', '3000.00 $']);
  });
});

describe('what stands first on plain cards', () => {
  const plain = (name: string, nth: number) => `<div>${name}</div><div>Acme ${nth}</div>`;

  it('is doubtful, and said to be, on those few cards that share it', () => {
    const page = board(...['Renewal', 'Renewal', 'Fjord', 'Crane', 'Keel', 'Mast', 'Sail'].map(plain));
    expect(namesOf(page)).toEqual(['–', '–', 'Fjord', 'Crane', 'Keel', 'Mast', 'Sail']);
    expect(flaggedOf(page)).toEqual([
      expect.stringContaining('layout-unknown name'),
      expect.stringContaining('layout-unknown name'),
    ]);
  });

  it('is doubtful on all where a third of them share it: it is whom the deals are with', () => {
    const page = board(...['Pine', 'Pine', 'Oak', 'Ash', 'Elm', 'Elm', 'Fir'].map(plain));
    expect(new Set(namesOf(page))).toEqual(new Set(['–']));
  });

  it('is doubtful where a card has more before or behind the name than most', () => {
    const tagged = (tag: string) => `${tag && `<i>${tag}</i>`}<div>`;
    const cards = ['Fjord', 'Crane', 'Keel', 'Mast', 'Sail', 'Hull', 'Dock'];
    const page = (tags: readonly string[]) =>
      board(...cards.map((name, nth) => `${tagged(tags[nth] ?? '')}${name}</div>`));
    expect(namesOf(page(['Hot']))).toEqual(['–', ...cards.slice(1)]);
    expect(flaggedOf(page(['Hot']))).toEqual([expect.stringContaining('layout-unknown name')]);
    expect(namesOf(page(['Hot', 'Hot', 'Hot']))).toEqual(['–', '–', '–', ...cards.slice(3)]);
  });

  it('is not the other text behind what only most cards share: that may be the name', () => {
    const cards = ['Acme', 'Beta', 'Delta'].map((account) => `<div>Renewal</div><div>${account}</div>`);
    expect(namesOf(board(...cards, '<div>Upgrade</div>'))).toEqual(['–', '–', '–', 'Upgrade']);
  });

  it('is a label where all cards share it', () => {
    const cards = ['Fjord', 'Crane', 'Keel', 'Mast'].map((name) => `<b>Deal</b> <i>${name}</i>`);
    expect(namesOf(board(...cards))).toEqual(['Fjord', 'Crane', 'Keel', 'Mast']);
  });
});
