// A line that says several things is not taken apart: which of them is the deal's, nobody has said.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read } from './drawn-page';

describe('cards of a board with a line that says several things', () => {
  const card = (id: number, more: string) =>
    `<li class="c" data-deal-id="${id}"><h4>Deal ${id}</h4>${more}</li>`;
  const column = (name: string, ...cards: readonly string[]) =>
    `<section class="l"><h3>${name}</h3><ul class="b">${cards.join('')}</ul></section>`;
  const board = (first: string, other = '<p>€500.00</p>') =>
    column('Proposal', card(7, first), card(9, other)) +
    column('Negotiation', card(4, other), card(8, other));

  it.each([
    ['€12.00 · deposit', '<p>€700.00</p><p>€12.00 · deposit</p>'],
    ['€900.00 · setup fee', '<p>€12,000.00</p><small>€900.00 · setup fee</small>'],
  ])('have two amounts with "%s", and that is said', (_, more) => {
    expect(read(board(more))[0]).toBe('7 | Deal 7 | Proposal | – | – | – | –');
    expect(flaggedOf(board(more))).toEqual(['Deal 7: amount-ambiguous amount']);
  });

  it.each([
    ['another label', '<dl><dt>Weighted value</dt><dd>€2,000.00 · Proposal</dd></dl>'],
    ['a word for another amount', '<p>€99.00 · MRR · Proposal</p>'],
  ])('have no amount by %s, and that is said', (_, more) => {
    expect(read(board(more))[0]).toBe('7 | Deal 7 | Proposal | – | – | – | –');
    expect(flaggedOf(board(more))).toEqual(['Deal 7: amount-ambiguous amount']);
  });

  it('have the outcome of their column alone', () => {
    const titled = column('Proposal', card(7, '<p>Roof | Lost</p>'), card(9, '<p>Crane | Won</p>'));
    expect(read(titled + column('Negotiation', card(4, ''), card(8, '')))).toEqual([
      '7 | Deal 7 | Proposal | – | – | – | –',
      '9 | Deal 9 | Proposal | – | – | – | –',
      '4 | Deal 4 | Negotiation | – | – | – | –',
      '8 | Deal 8 | Negotiation | – | – | – | –',
    ]);
  });

  it('keep the stages of their columns beside "Email · Sent"', () => {
    expect(
      read(board('<p>€700.00</p><small>Email · Sent</small>')).map((deal) => deal.split(' | ')[2]),
    ).toEqual(['Proposal', 'Proposal', 'Negotiation', 'Negotiation']);
  });
});

describe('boxes below each other without headings', () => {
  const list = (...boxes: readonly string[]) => `<ul>${boxes.map((box) => `<li>${box}</li>`).join('')}</ul>`;
  const link = (id: number, name: string) => `<a href="/deals/${id}">${name}</a>`;

  it.each([
    [
      'lines',
      '/deals',
      list(
        `${link(7, 'Roof')}<small>€1,250.50 · Negotiation · closes 14 Mar 2027</small>`,
        `${link(9, 'Crane')}<small>€900.00 · Won · 1 Feb 2027</small>`,
      ),
    ],
    [
      'labelled lines',
      '/deals',
      list(
        `<h3>${link(7, 'Roof')}</h3><p>Stage: Offer</p><p>Amount: €1,250.50</p>`,
        `<h3>${link(9, 'Crane')}</h3><p>Stage: Won</p><p>Amount: €900.00</p>`,
      ),
    ],
    [
      'quotes on a deal’s own page',
      '/deals/5',
      '<article><h4>Quote 1</h4><p>€5.00 · Sent</p></article><article><h4>Quote 2</h4><p>€6.00 · Won</p></article>',
    ],
    [
      'payments',
      '/deals',
      `<h2>Payments</h2>${list(`${link(7, 'Roof')}<p>€5.00 · Sent</p>`, `${link(9, 'Crane')}<p>€6.00 · Lost</p>`)}`,
    ],
  ])('are no list of deals: %s', (_, path, boxes) => {
    expect(read(boxes, { path })).toEqual(['not-deals']);
  });
});
