// Deals that lie below each other as boxes, without headings: each value says itself what it is.
import { describe, expect, it } from 'vitest';
import { flaggedOf, readDrawn as read } from './drawn-page';

const link = (id: number, name: string) => `<a href="/deals/${id}">${name}</a>`;
const list = (...boxes: readonly string[]) => `<ul>${boxes.map((box) => `<li>${box}</li>`).join('')}</ul>`;

describe('lines that say several things', () => {
  const line = (id: number, name: string, text: string) =>
    `${link(id, name)}<p>Skifer</p><small>${text}</small>`;

  it('are read part by part: money, a stage, a day behind the word for it', () => {
    expect(
      read(
        list(
          line(7, 'Roof', '€1,250.50 · Negotiation · closes 14 Mar 2027'),
          line(9, 'Crane', '€900.00 · Won · 1 Feb 2027'),
        ),
      ),
    ).toEqual([
      '7 | Roof | Negotiation | – | 1250.50 EUR | 2027-03-14 | –',
      '9 | Crane | Won | won | 900.00 EUR | – | –',
    ]);
  });

  it('of two amounts neither is read, and that is said; one that is called another is none', () => {
    const two = list(
      line(7, 'Roof', '€1,250.50 · €1,100.00 · Negotiation'),
      line(9, 'Crane', '€900.00 · €450.00 weighted · Won'),
    );
    expect(read(two)).toEqual([
      '7 | Roof | Negotiation | – | – | – | –',
      '9 | Crane | Won | won | 900.00 EUR | – | –',
    ]);
    expect(flaggedOf(two)).toEqual(['Roof: amount-ambiguous amount']);
  });

  it('of a part that is no known stage nothing is made, and that is said', () => {
    const boxes = list(line(7, 'Roof', '€1,250.50 · Legal review'), line(9, 'Crane', '€900.00 · Proposal'));
    expect(read(boxes)[0]).toBe('7 | Roof | – | – | 1250.50 EUR | – | –');
    expect(flaggedOf(boxes)).toContain('headings: layout-unknown stage');
  });

  it('are read on the cards of a board, too', () => {
    const card = (id: number) =>
      `<a class="c" href="/deals/${id}"><b>Deal ${id}</b><i>Skifer ${id}</i><p>€${id}00.00 · Fri, 19 Mar</p></a>`;
    const column = (name: string, ...ids: readonly number[]) =>
      `<section class="l"><h3>${name}</h3><div class="b">${ids.map(card).join('')}</div></section>`;
    expect(read(column('Proposal', 7, 9) + column('Won', 4, 8)).map((deal) => deal.split(' | ')[4])).toEqual([
      '700.00 EUR',
      '900.00 EUR',
      '400.00 EUR',
      '800.00 EUR',
    ]);
  });
});

describe('boxes of labelled values', () => {
  const box = (id: number, name: string, ...lines: readonly string[]) =>
    `<h3>${link(id, name)}</h3>${lines.map((text) => `<p>${text}</p>`).join('')}`;

  it('are a list of deals where they link to them', () => {
    expect(
      read(
        list(
          box(
            7,
            'Roof',
            'Stage: Offer',
            'Amount: €1,250.50',
            'Weighted amount: €600.00',
            'Close date: 2027-03-14',
          ),
          box(
            9,
            'Crane',
            'Stage: Won',
            'Amount: €900.00',
            'Weighted amount: €900.00',
            'Close date: 2027-02-01',
          ),
        ),
      ),
    ).toEqual([
      '7 | Roof | Offer | – | 1250.50 EUR | 2027-03-14 | –',
      '9 | Crane | Won | won | 900.00 EUR | 2027-02-01 | –',
    ]);
  });

  it('are none where no stage stands beside the amounts, as with what a deal sells', () => {
    expect(read(list(box(7, 'Roof', 'Amount: €5.00'), box(9, 'Crane', 'Amount: €900.00')))).toEqual([
      'not-deals',
    ]);
  });
});
