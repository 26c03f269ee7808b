import type { Adapter, Page, PageKind, ReadResult } from '../adapter';
import { textOf } from '../dom/text-of';
import { dealIdOf } from './deal-id';
import { dealTables, type DealTable } from './deal-tables';
import { subjectOfUrl, subjectOfWords, type Subject } from './page-subject';
import { dealRecord, readRecord, type DealRecord } from './read-record';
import { readList } from './read-list';
import { rootOf } from './root-of';

type Understood =
  | { readonly kind: 'record'; readonly record: DealRecord }
  | { readonly kind: 'list'; readonly tables: readonly DealTable[] }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'other' };

/**
 * The way of a CRM that nobody named: list tables and records of labelled values, understood by their headings. It says
 * it matches every web page, so it stands last among the adapters, and calls most pages `not-deals`. It is named after
 * the page's host, for it knows no product.
 */
export const generic: Adapter = {
  crm: 'generic',
  canSync: false,
  get label() {
    return typeof location === 'undefined' || location.host === '' ? 'CRM' : location.host;
  },
  matches: ({ url }) => /^https?:$/.test(url.protocol),
  tenant: ({ url }) => ({ tenant: url.host, host: url.host }),
  pageKind,
  read,
  observe: ({ document }) => rootOf(document),
};

function pageKind(page: Page): PageKind {
  const { kind } = understand(page);
  return kind === 'record' || kind === 'list' ? kind : 'other';
}

function read(page: Page): ReadResult {
  const found = understand(page);
  switch (found.kind) {
    case 'record':
      return readRecord(page, found.record);
    case 'list':
      return readList(page, found.tables);
    case 'not-ready':
      return { kind: 'not-ready' };
    case 'other':
      // The address names a deal, and neither labels nor a table of it were understood.
      return subjectOf(page) === 'deals' && dealIdOf(page.url) !== undefined
        ? { kind: 'not-deals', looksLikeDeal: true }
        : { kind: 'not-deals' };
  }
}

function understand(page: Page): Understood {
  const subject = subjectOf(page);
  if (subject !== 'deals') return { kind: 'other' };
  const record = dealRecord(page);
  if (record !== undefined) return { kind: 'record', record };
  const tables = dealTables(page);
  if (tables.length > 0) return { kind: 'list', tables };
  return isLoading(rootOf(page.document)) ? { kind: 'not-ready' } : { kind: 'other' };
}

/** What the page is about: its address says, else its heading, its title or the current entry of its menu. */
function subjectOf({ document, url }: Page): Subject {
  const byUrl = subjectOfUrl(url);
  if (byUrl !== undefined) return byUrl;
  const heading = rootOf(document).querySelector('h1');
  const current = [
    ...document.querySelectorAll('nav [aria-current=page],[role=navigation] [aria-current=page]'),
  ]
    .map(textOf)
    .join(' ');
  return (
    subjectOfWords(heading === null ? '' : textOf(heading)) ??
    subjectOfWords(current) ??
    subjectOfWords(document.title)
  );
}

function isLoading(root: Element): boolean {
  return (
    root.closest('[aria-busy=true]') !== null ||
    root.querySelector('[aria-busy=true],[role=progressbar]') !== null ||
    textOf(root) === ''
  );
}
