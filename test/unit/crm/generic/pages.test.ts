import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page, ReadResult } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { generic } from '../../../../lib/crm/generic/adapter';

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

  it('does not read one deal under the address of the next, until the page has followed', () => {
    const html = readFileSync(new URL('record-labels/page.html', folder), 'utf8');
    const page = open(html, 'https://crm.example.com/#!/deal/1');
    expect(atOnce(generic.read(page)).kind).toBe('read');
    const next = { ...page, url: new URL('https://crm.example.com/#!/deal/2') };
    expect(atOnce(generic.read(next))).toEqual({ kind: 'not-ready' });
    const heading = page.document.querySelector('h1');
    if (heading !== null) heading.textContent = 'Another';
    expect(atOnce(generic.read(next))).toMatchObject({ kind: 'read', deals: [{ read: { id: '2' } }] });
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
