// Somebody chooses another tab over a list before anybody looked at the rows of the first.
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../../../lib/crm/adapter';
import { atOnce } from '../../../../lib/crm/dom/in-slices';
import { tryton } from '../../../../lib/crm/tryton/adapter';

const html = readFileSync(join(import.meta.dirname, '../../../pages/tryton/list-german/page.html'), 'utf8');
const context = JSON.stringify({
  language: 'de',
  locale: { date: '%d.%m.%Y', decimal_point: ',', thousands_sep: '.' },
});

function open(): Page {
  const session = { get: (key: string) => (key === 'sao_context_sales' ? context : null), names: () => [] };
  return {
    document: new DOMParser().parseFromString(html, 'text/html'),
    url: new URL('https://crm.example.com/#sales/model/sale.opportunity'),
    locale: 'en',
    storage: { local: { get: () => null, names: () => [] }, session },
    now: '2026-11-01T10:00:00.000Z',
    ended: new AbortController().signal,
  };
}

function chooseLastTab({ document }: Page): void {
  const tabs = [...document.querySelectorAll('.tab-domain li')];
  expect(tabs.length).toBeGreaterThan(1);
  for (const tab of tabs) tab.classList.toggle('active', tab === tabs.at(-1));
}

it('reads the old rows as those of the new tab where it is told nothing', () => {
  const page = open();
  chooseLastTab(page);
  expect(atOnce(tryton.read(page)).kind).toBe('read');
});

it('waits for the new rows where the click was noted', () => {
  const page = open();
  tryton.noteShown?.(page, page.url);
  chooseLastTab(page);
  expect(atOnce(tryton.read(page)).kind).toBe('not-ready');
});
