// What is no deal's name, though it stands where one may: a number, initials, an amount.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read, resultOf } from './drawn-page';

const column = (stage: string, ...cards: readonly string[]) =>
  `<section class="col"><h3>${stage}</h3><ul>${cards.join('')}</ul></section>`;
const board = (card: (id: number) => string) =>
  `<div>${column('Qualified', card(41), card(57))}${column('Closed Won', card(63), card(88))}</div>`;

describe('the name of a deal', () => {
  it('is not its number, where the list has no heading that is known to be the name’s', () => {
    const list = `<table><tr><th>Ref.</th><th>Sujet du chantier</th><th>Étape</th><th>Montant</th></tr>${['PJ-41', 'PJ-44'].map((ref) => `<tr><td><a href="/deals/${ref}">${ref}</a></td><td>Toiture</td><td>Offre</td><td>5,50 €</td></tr>`).join('')}</table>`;
    const result = resultOf(list);
    expect(result.kind === 'read' && result.deals.map(({ read: { id, values } }) => [id, values])).toEqual(
      ['PJ-41', 'PJ-44'].map((number) => [
        number,
        { number, stage: 'Offre', amount: { decimal: '5.50', currency: 'EUR' } },
      ]),
    );
  });

  it('is not the initials on a card, nor who stands beside them', () => {
    const card = (id: number) =>
      `<a class="card" href="/deals/${id}"><div><span>CO</span><span>Carmen Ortiz</span></div><p>Roof ${id}</p><p>€5.00</p></a>`;
    expect(read(board(card))[0]).toBe('41 | Roof 41 | Qualified | – | 5.00 EUR | – | –');
  });

  it.each(['€1,200', '1,200 €', '~$9k'])('is not the amount in bold print: %s monthly', (amount) => {
    const card = (id: number) =>
      `<div class="card" data-deal-id="${id}"><div><a href="/accounts/9${id}">Pine ${id}</a></div><div><strong>${amount}</strong> <span>monthly</span></div></div>`;
    expect(read(board(card))[0]).toBe('41 | Pine 41 | Qualified | – | – | – | –');
    expect(flaggedOf(board(card))).toHaveLength(4);
  });
});

describe('an amount on a card', () => {
  it.each(['9 900 zł', '9 900 Kč', '9.900,00 TL', '9 900 lei'])(
    'is known by its currency’s word: %s',
    (text) => {
      const card = (id: number) =>
        `<div class="card" data-deal-id="${id}"><h4>Roof ${id}</h4><div>${text}</div></div>`;
      expect(read(board(card))[0]).toMatch(/^41 \| Roof 41 \| Qualified \| – \| 9900(?:\.00)? \S+ \|/);
    },
  );

  it.each(['annual', 'yearly', 'per month', 'miesięcznie', 'jährlich', 'mensuel', 'weighted', 'ważona'])(
    'is none of the deal’s own where "%s" stands behind it, and that is said',
    (word) => {
      const card = (id: number) =>
        `<div class="card" data-deal-id="${id}"><h4>Roof ${id}</h4><div><b>€5.00</b> <span>${word}</span></div></div>`;
      expect(read(board(card))[0]).toBe('41 | Roof 41 | Qualified | – | – | – | –');
      expect(flaggedOf(board(card))[0]).toBe('Roof 41: amount-ambiguous amount');
    },
  );

  it('is the deal’s own behind its name, whatever that is', () => {
    const card = (id: number) =>
      `<div class="card"><a href="/deals/${id}">Annual service ${id}</a><div>€5.00</div></div>`;
    expect(read(board(card))[0]).toBe('41 | Annual service 41 | Qualified | – | 5.00 EUR | – | –');
  });

  it('is doubtful, and said to be, where its place is called `currency` and holds two', () => {
    const card = (id: number) =>
      `<div class="card"><a href="/deals/${id}">Roof ${id}</a><div class="currency-field"><label>€5.00</label><div>$5.40</div></div></div>`;
    expect(read(board(card))[0]).toBe('41 | Roof 41 | Qualified | – | – | – | –');
    expect(flaggedOf(board(card))[0]).toBe('Roof 41: amount-ambiguous amount');
  });
});

describe('a board whose address ends like a deal’s', () => {
  const card = (id: number) => `<div class="card"><a href="/deal/${id}">Roof ${id}</a><div>€5.00</div></div>`;

  it('is read where each card leads to a deal of its own', () => {
    expect(read(board(card), { path: '/deals/view/2f0e' })).toHaveLength(4);
  });

  it('is none where one of them leads to that deal', () => {
    expect(read(board(card), { path: '/deals/41' })).toEqual(['not-deals']);
  });
});

describe('a stage with its chance behind it', () => {
  const list = (stage: string) =>
    `<table><tr><th>Deal</th><th>Stage</th><th>Amount</th></tr><tr><td><a href="/deals/41">Roof</a></td><td>${stage}</td><td>€5.00</td></tr></table>`;

  it('is its name, where the chance has an element of its own', () => {
    expect(read(list('<span>Offer</span> <span>(50%)</span>'))).toEqual([
      '41 | Roof | Offer | – | 5.00 EUR | – | –',
    ]);
  });

  it('is all of it elsewhere, and tells the outcome', () => {
    expect(read(list('Offer (50%)'))[0]).toContain('| Offer (50%) | – |');
    expect(read(list('<b>Won (100 %)</b>'))[0]).toContain('| Won (100 %) | won |');
  });
});

it('a list of plain boxes is none of columns, where headings stand above them', () => {
  const cells = (texts: readonly string[]) => texts.map((text) => `<div>${text}</div>`).join('');
  const row = (id: number) =>
    `<a class="w-full flex" href="/deals/${id}"><div class="grid">${cells(['', `Roof ${id}`, '€5.00', 'Offer', 'Io Vance'])}</div><hr></a>`;
  const page = `<div class="flex screen"><div class="h-full menu"><span>Deals</span></div><div class="h-full page"><div class="grid head">${cells(['', 'Organization', 'Deal value', 'Status', 'Deal owner'])}</div><div class="h-full scroll">${row(41)}${row(57)}</div></div></div>`;
  expect(read(page)).toEqual(
    [41, 57].map((id) => `${id} | Roof ${id} | Offer | – | 5.00 EUR | – | Io Vance`),
  );
});

describe('the first of several texts on a card', () => {
  const card = (id: number, first: string, inner = '') =>
    `<div class="kb-card" draggable="true" data-id="k-${id * 311}f"><div${inner}>${first}</div><div${inner}>Roof ${id}</div><div>€5.00</div></div>`;
  const drawn = (names: readonly string[], inner = '') =>
    `<div>${column('Qualified', card(41, names[0] ?? '', inner), card(57, names[1] ?? '', inner))}${column('Closed Won', card(63, names[2] ?? '', inner), card(88, names[3] ?? '', inner))}</div>`;

  it('is the name where each card has its own', () => {
    expect(read(drawn(['A. Pine', 'B. Oak', 'C. Elm', 'D. Ash']))[0]).toContain('| A. Pine | Qualified |');
  });

  it('is none where several share it, and that is said', () => {
    const shared = drawn(['Pine Ltd', 'Oak Ltd', 'Pine Ltd', 'Ash Ltd']);
    expect(read(shared)[0]).toMatch(/ \| – \| Qualified \| – \| 5\.00 EUR \|/);
    expect(flaggedOf(shared)[0]).toMatch(/layout-unknown name$/);
  });

  it('is the name, whoever else is called `name` by a class', () => {
    const owned = drawn(['A. Pine', 'B. Oak', 'C. Elm', 'D. Ash']).replaceAll(
      /<div>Roof \d+<\/div>/g,
      '<p class="o"><span class="name">Io Vance</span></p>',
    );
    expect(read(owned)[0]).toContain('| A. Pine | Qualified |');
  });

  it('is not, where a class behind the card’s own tells which is', () => {
    const named = drawn(['Pine Ltd', 'Oak Ltd', 'Pine Ltd', 'Ash Ltd'])
      .replaceAll('<div>Roof', '<div class="kb-card-title">Roof')
      .replaceAll(/<div>(Pine|Oak|Ash)/g, '<div class="kb-card__company">$1');
    expect(read(named)[0]).toContain('| Roof 41 | Qualified | – | 5.00 EUR |');
  });
});
