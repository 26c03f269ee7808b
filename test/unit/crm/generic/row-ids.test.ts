// The link of each row's name gives its id, whatever else in the address happens to look like one.
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

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
