// What was made of a row once is used again. Whatever changes on a page, a second look must say what a first one would.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Page, ReadResult } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

const headings = ['Deal', 'Account', 'Stage', 'Amount', 'Close date', 'Last modified'];
const texts = [
  'Offer',
  'Won',
  '€1,500',
  '€36.340',
  '1.234,50 €',
  '05/03/2026',
  '28/02/2026',
  '31.12.2026',
  '–',
  'Havn',
];

/** One change of the page: what, at which row and column, and to what. */
const change = fc.record({
  what: fc.constantFrom(
    'text',
    'node',
    'link',
    'hide',
    'value',
    'time',
    'swap',
    'remove',
    'add',
    'heading',
    'tab',
    'split',
  ),
  row: fc.nat(5),
  column: fc.nat(5),
  text: fc.constantFrom(...texts),
});

const rowOf = (id: number) =>
  `<tr><td><a href="/deals/${id}">Deal ${id}</a></td><td>Firm ${id}</td><td><span>Offer</span></td><td>€${id},500</td><td>0${id}/03/2026</td><td>x</td></tr>`;

function aDocument(): Document {
  const rows = [1, 2, 3, 4, 5].map(rowOf).join('');
  const head = headings.map((text) => `<th>${text}</th>`).join('');
  return new DOMParser().parseFromString(
    `<html lang="en"><body><main><nav><a aria-current="page">Mine</a><a>Open</a></nav><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></main></body></html>`,
    'text/html',
  );
}

function apply(
  document: Document,
  { what, row, column, text }: typeof change extends fc.Arbitrary<infer T> ? T : never,
) {
  const body = document.querySelector('tbody');
  const rows = [...(body?.children ?? [])];
  const at = rows[row % Math.max(1, rows.length)];
  const cell = at?.children[column];
  if (what === 'text' && cell) (cell.firstElementChild ?? cell).textContent = text;
  else if (what === 'node') {
    const node = (cell?.firstElementChild ?? cell)?.firstChild;
    if (node) node.nodeValue = text;
  } else if (what === 'link') at?.querySelector('a')?.setAttribute('href', `/deals/${100 + column}`);
  else if (what === 'hide') cell?.firstElementChild?.toggleAttribute('hidden');
  else if (what === 'value') cell?.setAttribute('data-value', text.replace(/\D/g, ''));
  else if (what === 'time' && cell) {
    const time = document.createElement('time');
    time.setAttribute('datetime', `2026-0${column + 1}-11`);
    time.textContent = text;
    cell.replaceChildren(time);
  } else if (what === 'swap' && at) body?.prepend(at);
  else if (what === 'remove') at?.remove();
  else if (what === 'add') {
    const other = new DOMParser().parseFromString(`<table>${rowOf(10 + row)}</table>`, 'text/html');
    body?.append(...other.querySelectorAll('tr'));
  } else if (what === 'heading') {
    const head = document.querySelectorAll('th')[column];
    if (head) head.textContent = [...headings, 'Status', 'Owner'][(row + column) % 8] ?? '';
  } else if (what === 'tab') {
    for (const tab of document.querySelectorAll('nav a'))
      if (tab.hasAttribute('aria-current')) tab.removeAttribute('aria-current');
      else tab.setAttribute('aria-current', 'page');
    // Rows are drawn anew with another tab.
    for (const old of rows) old.replaceWith(old.cloneNode(true));
  } else if (what === 'split' && cell) {
    cell.replaceChildren(document.createElement('b'), document.createElement('i'));
    for (const [nth, part] of [...cell.children].entries()) part.textContent = String(column + nth);
  }
}

const pageOf = (document: Document): Page => ({
  document,
  url: new URL('https://crm.example.com/deals'),
  locale: 'en',
  now: '2026-03-02T10:00:00.000Z',
  ended: new AbortController().signal,
});

function plain(result: ReadResult) {
  if (result.kind !== 'read') return result;
  return { ...result, deals: result.deals.map(({ read, text }) => ({ read, text })) };
}

it('says of a page that it knows what it says of the same page seen for the first time', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const document = aDocument();
      atOnce(generic.read(pageOf(document)));
      for (const one of changes) {
        apply(document, one);
        const again = atOnce(generic.read(pageOf(document)));
        const copy = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
        expect(plain(again)).toEqual(plain(atOnce(generic.read(pageOf(copy)))));
        if (again.kind === 'read') read += again.deals.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(read).toBeGreaterThan(200);
}, 60_000);

it('makes nothing anew of rows that show the same', () => {
  const document = aDocument();
  const first = atOnce(generic.read(pageOf(document)));
  document.querySelector('tbody')?.append(...[...document.querySelectorAll('tbody tr')].toReversed());
  const cell = document.querySelector('tbody tr td:nth-child(2)');
  if (cell) cell.textContent = 'Another firm';
  const second = atOnce(generic.read(pageOf(document)));
  if (first.kind !== 'read' || second.kind !== 'read') throw new Error('not read');
  const before = new Map(first.deals.map(({ read }) => [read.id, read.values]));
  const same = second.deals.filter(({ read }) => before.get(read.id) === read.values);
  expect(same.map(({ read }) => read.id)).toEqual(['4', '3', '2', '1']);
});
