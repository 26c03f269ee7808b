import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { tryton } from '../../../../lib/crm/tryton/adapter';

const folder = join(import.meta.dirname, '../../../pages/tryton');
const locales = {
  de: { date: '%d.%m.%Y', decimal_point: ',', thousands_sep: '.' },
  en: { date: '%m/%d/%Y', decimal_point: '.', thousands_sep: ',' },
};

interface Expected {
  readonly url: string;
  readonly language: keyof typeof locales;
  readonly result: object;
}

function pageOf(name: string, { url, language }: Expected): Page {
  const html = readFileSync(join(folder, name, 'page.html'), 'utf8');
  const context = JSON.stringify({ language, locale: locales[language] });
  const local = { get: () => null, names: () => [] };
  const session = { get: (key: string) => (key === 'sao_context_sales' ? context : null), names: () => [] };
  return {
    document: new DOMParser().parseFromString(html, 'text/html'),
    url: new URL(url),
    locale: 'en',
    storage: { local, session },
    now: '2026-11-01T10:00:00.000Z',
    ended: new AbortController().signal,
  };
}

const cases = readdirSync(folder).map((name) => {
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
  return { name, expected };
});

describe('the stored pages of Tryton', () => {
  it.each(cases)('$name is recognised and read to the letter', ({ name, expected }) => {
    const page = pageOf(name, expected);
    expect(tryton.matches(page)).toBe(true);
    expect(tryton.tenant(page)).toEqual({ tenant: 'crm.example.com/sales', host: 'crm.example.com' });
    const result = atOnce(tryton.read(page));
    if (result.kind !== 'read') throw new Error(result.kind);
    const deals = result.deals.map(({ read }) => read.values);
    expect({ ...result, deals }).toEqual({ kind: 'read', ...expected.result });
  });

  it('says of a form that it does not know that it looks like a deal; of one that is not filled yet, nothing', () => {
    const form = cases.find(({ name }) => name === 'form');
    if (form === undefined) throw new Error('no form');
    const page = pageOf(form.name, form.expected);
    const number = page.document.querySelector('input[name="number"]');
    number?.setAttribute('name', 'code');
    expect(atOnce(tryton.read(page))).toEqual({ kind: 'not-deals', unknown: { kind: 'record' } });
    for (const input of page.document.querySelectorAll<HTMLInputElement>('.form input')) input.value = '';
    expect(atOnce(tryton.read(page))).toEqual({ kind: 'not-ready' });
  });

  it('reads nothing of a page without opportunities, and waits for formats that it does not know', () => {
    const [some] = cases;
    if (some === undefined) throw new Error('no page');
    const page = pageOf(some.name, some.expected);
    expect(
      atOnce(tryton.read({ ...page, url: new URL('https://crm.example.com/#sales/model/party.party') })).kind,
    ).toBe('not-deals');
    const { storage: _, ...unknown } = page;
    expect(atOnce(tryton.read(unknown)).kind).toBe('not-ready');
  });
});
