import { expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

const row = '<tr><td><a href="/deals/7">A</a></td><td>Offer</td><td>€10.00</td></tr>';

/** What the page's total counts, as the reader says. */
function totalOf(address: string, beside = '') {
  const html = `<main><nav><a aria-current="page">Open</a></nav>${beside}<p>1–1 of 12 deals</p><table><thead><tr><th>Deal</th><th>Stage</th><th>Amount</th></tr></thead><tbody>${row}</tbody></table></main>`;
  const page: Page = {
    document: new DOMParser().parseFromString(html, 'text/html'),
    url: new URL(address, 'https://crm.example.com'),
    locale: 'en',
    now: '2027-03-01T08:30:00Z',
    ended: new AbortController().signal,
  };
  const result = atOnce(generic.read(page));
  if (result.kind !== 'read') throw new Error(result.kind);
  expect(result.statedTotal, 'the page’s own total is told all the same').toBe(12);
  return result.totalOf;
}

it.each([
  '/deals',
  '/crm1/v2/deals?view=open&page=2&sort=-amount&lang=da&per_page=50',
  '/deals/list?view=table',
  '/app#/deals?sort=name',
])('takes the total of %s for that of all open deals', (address) => {
  expect(totalOf(address)).toBe('open');
});

it.each([
  '/accounts/12/deals',
  '/companies/deals',
  '/pipeline/2/deals',
  '/deals?pipeline=2',
  '/deals?owner_id=5',
  '/deals?view=8812',
  '/deals/views/3f9c2a7be1',
  '/app#/deals?rep=liv',
])('does not take the total of a part for that of all open deals: %s', (address) => {
  expect(totalOf(address)).toBeUndefined();
});

it.each([
  ['<select name="owner"><option>Anyone</option><option selected>Me</option></select>', undefined],
  ['<label><input type="checkbox" checked> Only mine</label>', undefined],
  ['<button role="switch" aria-checked="true">My deals</button>', undefined],
  ['<select name="owner"><option>Anyone</option><option>Me</option></select>', 'open'],
  ['<label>Rows <select><option>All</option><option selected>Compact</option></select></label>', 'open'],
  ['<select><option>25</option><option selected>50</option></select>', 'open'],
  ['<label><input type="checkbox"> Only mine</label>', 'open'],
])('nor where a filter beside the list is set: %s', (beside, expected) => {
  expect(totalOf('/deals', beside)).toBe(expected);
});
