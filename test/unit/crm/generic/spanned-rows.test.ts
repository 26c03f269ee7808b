// Cells that reach over several rows stand in each of them: without them all others would move to another heading.
import { describe, expect, it } from 'vitest';
import { readDrawn as read } from './drawn-page';

const link = (id: number, name: string) => `<a href="/deals/${id}">${name}</a>`;

describe('cells over several rows', () => {
  it('leave the other cells of the rows below under their headings', () => {
    const main = `<table><thead><tr><th>Owner</th><th>Deal</th><th>Stage</th><th>Amount</th></tr></thead><tbody>
      <tr><td rowspan="2">Io Vance</td><td>${link(41, 'Roof')}</td><td>Offer</td><td>€5.00</td></tr>
      <tr><td>${link(57, 'Crane')}</td><td rowspan="2">Won</td><td>€9.00</td></tr>
      <tr><td>Liv Aagaard</td><td>${link(63, 'Gate')}</td><td>€7.00</td></tr></tbody></table>`;
    expect(read(main)).toEqual([
      '41 | Roof | Offer | – | 5.00 EUR | – | Io Vance',
      '57 | Crane | Won | won | 9.00 EUR | – | Io Vance',
      '63 | Gate | Won | won | 7.00 EUR | – | Liv Aagaard',
    ]);
  });

  it('are headings of both rows of a head', () => {
    const main = `<table><thead><tr><th rowspan="2">Deal</th><th rowspan="2">Stage</th><th colspan="2">Value</th></tr><tr><th>Amount</th><th>Owner</th></tr></thead><tbody>
      <tr><td>${link(41, 'Roof')}</td><td>Offer</td><td>€5.00</td><td>Io Vance</td></tr></tbody></table>`;
    expect(read(main)).toEqual(['41 | Roof | Offer | – | 5.00 EUR | – | Io Vance']);
  });

  it('end with their part of the table', () => {
    const main = `<table><thead><tr><th rowspan="9">Deal</th><th>Stage</th><th>Amount</th></tr></thead><tbody>
      <tr><td>${link(41, 'Roof')}</td><td>Offer</td><td>€5.00</td></tr></tbody></table>`;
    expect(read(main)).toEqual(['41 | Roof | Offer | – | 5.00 EUR | – | –']);
  });
});
