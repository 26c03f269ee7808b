import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page, ReadResult } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { whole as generic } from '../../../../lib/crm/generic/boxes/whole';

const folder = new URL('../../../pages/generic/', `file://${import.meta.dirname}/`);
// The same day in every time zone that the tests run in: "Yesterday" is the reader's own.
const now = '2027-03-01T08:30:00Z';

function open(html: string, url: string): Page {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return { document, url: new URL(url), locale: 'en', now, ended: new AbortController().signal };
}

/** The result as plain data, without the page's elements and the instant. */
function plain(result: ReadResult) {
  if (result.kind !== 'read') return result;
  const deals = result.deals.map(({ read: { at, ...read }, anchor }) => {
    expect([at, anchor?.isConnected]).toEqual([now, true]);
    return read;
  });
  return { ...result, deals };
}

describe('the generic reader', () => {
  const cases = readdirSync(folder);

  it('has pages to read', () => expect(cases.length).toBeGreaterThanOrEqual(10));

  it.each(cases)('reads the page %s as its expectation says', (name) => {
    const html = readFileSync(new URL(`${name}/page.html`, folder), 'utf8');
    const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as {
      url: string;
      result: unknown;
    };
    expect(plain(atOnce(generic.read(open(html, expected.url))))).toEqual(expected.result);
  });

  it('names its view kind and tenant by the page', () => {
    const html = readFileSync(new URL('record-labels/page.html', folder), 'utf8');
    const page = open(html, 'https://crm.example.com:8443/#!/deal/7f3a9c');
    expect(generic.pageKind(page)).toBe('record');
    expect(generic.tenant(page)).toEqual({ tenant: 'crm.example.com:8443', host: 'crm.example.com:8443' });
  });

  describe('does not read one deal under the address of the next', () => {
    const drawn = (amount: string, stage: string, owner: string) =>
      `<h1>Ours</h1><dl><dt>Amount</dt><dd>${amount}</dd><dt>Stage</dt><dd>${stage}</dd><dt>Owner</dt><dd>${owner}</dd><dt>Next step</dt><dd></dd></dl>`;
    const at = (page: Page, id: string, seconds: number): Page => ({
      ...page,
      url: new URL(`https://crm.example.com/#!/deal/${id}`),
      now: `2027-03-01T08:30:${String(seconds).padStart(2, '0')}Z`,
    });
    const valuesOf = (page: Page) => {
      const result = atOnce(generic.read(page));
      return result.kind === 'read' ? result.deals[0]?.read.values : result.kind;
    };
    const first = { amount: { decimal: '10.00', currency: 'EUR' }, stage: 'Offer', owner: 'Liv' };
    const show = () => {
      const page = open(`<main>${drawn('€10.00', 'Offer', 'Liv')}</main>`, 'https://crm.example.com/');
      expect(valuesOf(at(page, '1', 0))).toEqual({ name: 'Ours', ...first });
      return page;
    };
    const change = ({ document }: Page, selector: string, text: string) => {
      const place = document.querySelector(selector);
      if (place !== null) place.textContent = text;
    };

    it('while everything stands as before, however long', () => {
      const page = show();
      expect(valuesOf(at(page, '2', 1))).toBe('not-ready');
      expect(valuesOf(at(page, '2', 59))).toBe('not-ready');
    });

    it('while only the heading has followed; two deals that are alike are read after ten seconds', () => {
      const page = show();
      change(page, 'h1', 'Theirs');
      expect(valuesOf(at(page, '2', 1))).toBe('not-ready');
      expect(valuesOf(at(page, '2', 10))).toBe('not-ready');
      expect(valuesOf(at(page, '2', 11))).toEqual({ name: 'Theirs', ...first, nextStep: null });
    });

    it('where its values follow one by one: those that are as before count when the page has rested', () => {
      const page = show();
      change(page, 'h1', 'Theirs');
      change(page, 'dd', '€20.00');
      const second = { name: 'Theirs', amount: { decimal: '20.00', currency: 'EUR' } };
      expect(valuesOf(at(page, '2', 1))).toEqual(second);
      change(page, 'dd:nth-of-type(2)', 'Signed');
      expect(valuesOf(at(page, '2', 3))).toEqual({ ...second, stage: 'Signed' });
      expect(valuesOf(at(page, '2', 5))).toEqual({ ...second, stage: 'Signed' });
      const all = { ...second, stage: 'Signed', owner: 'Liv', nextStep: null };
      expect(valuesOf(at(page, '2', 6))).toEqual(all);
      expect(valuesOf(at(page, '2', 7)), 'settled once is settled').toEqual(all);
    });

    it('nor calls a value empty that has not come yet', () => {
      const page = open(`<main>${drawn('', '', '')}</main>`, 'https://crm.example.com/');
      expect(valuesOf(at(page, '1', 0))).toBe('not-ready');
      change(page, 'dd', '€10.00');
      expect(valuesOf(at(page, '1', 2))).toEqual({ name: 'Ours', amount: first.amount });
      expect(valuesOf(at(page, '1', 5))).toMatchObject({ stage: null, nextStep: null });
    });
  });

  describe('after a change of the tab', () => {
    const row = (id: number, stage = 'Talking') =>
      `<tr><td><a href="/deals/${id}">D${id}</a></td><td>${stage}</td></tr>`;
    const showAs = (tab: string, rows: string) =>
      `<nav><a ${tab === 'Lost' ? 'aria-current="page"' : ''}>Lost</a><a ${tab === 'Open' ? 'aria-current="page"' : ''}>Open</a></nav><table><thead><tr><th>Deal</th><th>Stage</th></tr></thead><tbody>${rows}</tbody></table>`;
    const lost = () => {
      const page = open(`<main>${showAs('Lost', row(1) + row(2))}</main>`, 'https://crm.example.com/deals');
      atOnce(generic.read(page));
      const [old, now] = page.document.querySelectorAll('nav a');
      old?.removeAttribute('aria-current');
      now?.setAttribute('aria-current', 'page');
      return page;
    };
    const outcomesOf = (page: Page) => {
      const result = atOnce(generic.read(page));
      return result.kind === 'read' ? result.deals.map(({ read }) => read.values.outcome) : result.kind;
    };
    const body = ({ document }: Page) => document.querySelector('tbody');

    it.each([
      ['below', 'beforeend'],
      ['above', 'afterbegin'],
    ] as const)('calls no old row open while a row %s them says that it is loading', (_, where) => {
      const page = lost();
      body(page)?.insertAdjacentHTML(where, '<tr><td colspan="2">Loading…</td></tr>');
      expect(outcomesOf(page)).toEqual([undefined, undefined]);
    });

    it('nor while a word in one of them changes', () => {
      const page = lost();
      const [, stage] = page.document.querySelectorAll('td');
      if (stage !== undefined) stage.textContent = 'Quoted';
      expect(outcomesOf(page)).toEqual([undefined, undefined]);
    });

    it('calls rows open once an old one has gone, or all are drawn anew', () => {
      const gone = lost();
      body(gone)?.querySelector('tr')?.remove();
      expect(outcomesOf(gone)).toEqual(['open']);
      const anew = lost();
      const rows = body(anew);
      if (rows !== null) rows.innerHTML = row(1) + row(2);
      expect(outcomesOf(anew)).toEqual(['open', 'open']);
    });
  });

  it('says of a deal’s page that it does not understand that it looks like one, and of no other page', () => {
    const html = '<main><h1>Harbour cranes</h1><p>EUR 1,200</p></main>';
    const looksLikeDeal = { kind: 'not-deals', unknown: { kind: 'record' } };
    expect(atOnce(generic.read(open(html, 'https://crm.example.com/deals/1042')))).toEqual(looksLikeDeal);
    expect(atOnce(generic.read(open(html, 'https://crm.example.com/#/opportunity/view/7f3a')))).toEqual(
      looksLikeDeal,
    );
    for (const address of ['deals', 'accounts/1042', 'deals/1042/contacts/7', 'dashboard/deals/7'])
      expect(atOnce(generic.read(open(html, `https://crm.example.com/${address}`))), address).toEqual({
        kind: 'not-deals',
      });
  });

  it('does not call rows open that were there before the tab changed', () => {
    const rows =
      '<tr><td><a href="/deals/1">A</a></td><td>Signed</td></tr><tr><td><a href="/deals/2">B</a></td><td>Talking</td></tr>';
    const page = open(
      `<main><nav><a aria-current="page">Mine</a><a>Open</a></nav><table><thead><tr><th>Deal</th><th>Stage</th></tr></thead><tbody>${rows}</tbody></table></main>`,
      'https://crm.example.com/deals',
    );
    atOnce(generic.read(page));
    const [mine, opened] = page.document.querySelectorAll('nav a');
    mine?.removeAttribute('aria-current');
    opened?.setAttribute('aria-current', 'page');
    const early = atOnce(generic.read(page));
    expect(early).toMatchObject({ kind: 'read', deals: [{ read: { values: { stage: 'Signed' } } }, {}] });
    expect(early.kind === 'read' && [early.view.scope, early.deals[0]?.read.values.outcome]).toEqual([
      undefined,
      undefined,
    ]);
    page.document.querySelector('tbody tr')?.remove();
    expect(atOnce(generic.read(page))).toMatchObject({
      view: { scope: 'Open' },
      deals: [{ read: { values: { outcome: 'open' } } }],
    });
  });
});
