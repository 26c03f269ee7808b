// The link of each row's name gives its id, whatever else in the address happens to look like one.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';
import { resultOf } from './drawn-page';

function idsOf(hrefs: readonly string[], at: string) {
  const document = window.document.implementation.createHTMLDocument('');
  const rows = hrefs.map(
    (href, nth) =>
      `<tr><td><a href="${href}">Refit of ship ${nth}</a></td><td>€${nth + 3},500.00</td><td>Offer</td><td>2027-04-0${nth + 1}</td></tr>`,
  );
  document.body.innerHTML = `<main><h1>Deals</h1><table><thead><tr><th>Deal name</th><th>Amount</th><th>Stage</th><th>Expected close date</th></tr></thead><tbody>${rows.join('')}</tbody></table></main>`;
  const result = atOnce(
    generic.read({
      document,
      url: new URL(at),
      locale: 'en',
      now: '2027-03-01T08:30:00Z',
      ended: new AbortController().signal,
    }),
  );
  return result.kind === 'read' ? result.deals.map(({ read }) => read.id) : result.kind;
}
const ids = ['41', '48', '55'];

describe.each([
  ['host', (id: string) => `/vorgang/${id}`, 'https://crm41.example.com/vorgang'],
  ['port', (id: string) => `/vorgang/${id}`, 'http://127.0.0.1:34117/vorgang'],
  ['path', (id: string) => `/eu48/vorgang/${id}`, 'https://crm.example.com/vorgang'],
  ['other parameter', (id: string) => `/vorgang?view=48&id=${id}&tab=1`, 'https://crm.example.com/vorgang'],
  ['second mention', (id: string) => `/vorgang/${id}?back=${id}`, 'https://crm.example.com/vorgang'],
  ['fragment', (id: string) => `#%2Fvorgang%2F${id}`, 'https://crm55.example.com/app'],
  ['name after it', (id: string) => `/vorgang/${id}-refit-of-ship`, 'https://crm.example.com/vorgang'],
])('an id that also stands in the %s', (_, hrefOf, at) => {
  it('is the id of its row', () => {
    expect(idsOf(ids.map(hrefOf), at)).toEqual(ids);
  });
});

it.each([
  ['kinds of things', ['/vorgang/41', '/vorhaben/48', '/vorgang/55']],
  ['owners', ['/x/liv/41', '/x/ole/48', '/x/liv/55']],
])('links that differ in %s besides their ids give none', (_, hrefs) => {
  expect(idsOf(hrefs, 'https://crm.example.com/vorgang')).toEqual([undefined, undefined, undefined]);
});

/** The ids of a list whose rows bear an attribute each, and link nowhere. */
function idsByAttribute(name: string, values: readonly string[]) {
  const rows = values.map(
    (value, nth) =>
      `<tr ${name}="${value}"><td>Refit of ship ${nth}</td><td>€${nth + 3},500.00</td><td>Offer</td><td>2027-04-0${nth + 1}</td></tr>`,
  );
  const result = resultOf(
    `<h1>Deals</h1><table><thead><tr><th>Deal name</th><th>Amount</th><th>Stage</th><th>Expected close date</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
  return result.kind === 'read' ? result.deals.map(({ read }) => read.id) : result.kind;
}

describe.each(['data-key', 'data-row-key', 'row-id', 'data-rowid', 'data-id', 'data-rbd-draggable-id'])(
  '%s',
  (name) => {
    it.each([
      ['a sorted list', ['2', '0', '1']],
      ['a filtered list', ['0', '2', '5']],
      ['a list counted from 1', ['3', '1', '2']],
      ['numbers below 1000', ['41', '480', '55']],
      ['one row', ['7']],
      ['groups', ['0-0', '0-1', '0-2']],
      ['rows of groups', ['row-0-1', 'row-0-2', 'row-1-0']],
      ['pages', ['p1-row1', 'p1-row2', 'p2-row1']],
      ['a library', ['react-aria-1', 'react-aria-2', 'react-aria-9']],
      ['places', ['r0c0', 'r1c0', 'r2c0']],
      ['sections', ['1-1', '1-2', '2-1']],
      ['columns', ['col1-card1', 'col1-card2', 'col2-card1']],
      ['a long list counted from 998', ['1000', '998', '999']],
    ])('is no id where it may be a position: %s', (_, values) => {
      expect(idsByAttribute(name, values)).toEqual(values.map(() => undefined));
    });

    it.each([
      ['five figures', ['10412', '10398', '10077']],
      ['UUIDs', ['b1b2c3d4-0001-0002-0003-000000000001', 'b1b2c3d4-0001-0002-0003-000000000002']],
      ['hexadecimal figures', ['65f01ab3', '65f01ab4', '65f01ab5']],
      ['other letters', ['x7Kq', 'm3Zt', 'b9Lw']],
    ])('is one where no script counts so: %s', (_, values) => {
      expect(idsByAttribute(name, values)).toEqual(values);
    });
  },
);
