import type { Page, PageKind } from '../adapter';
import { inFront } from '../dom/deep-query';
import type { Steps } from '../dom/in-slices';
import { textOf } from '../dom/text-of';
import type { Found, Layout, PlacedRecord } from '../layout';
import { boardSigns, columns, readBoard } from './board';
import { dealProperties } from './fields';
import { readTable, tableSigns } from './table';
import { hubspotTenant } from './tenant';
import { dealUrl } from './urls';

// facts.md 2.2, Record: a property by its name; the owner has no field of its own.
const cards = '[data-card-type=PROPERTIES_V3]';
const properties = '[data-selenium-test=profile-properties-list] > [data-test-id]';
const inputs = '[data-selenium-test^=property-input-]';

/** Tables and boards of deals, and the sidebar of a deal's page. */
export const hubspot: Layout = {
  crm: 'hubspot',
  label: 'HubSpot',
  canSync: true,
  tenant: hubspotTenant,
  pageKind,
  root: ({ document }) => document.body,
  rows: (page, kind) => (kind === 'list' ? readTable(page) : readBoard(page)),
  record: readRecord,
  addressWords: ['contacts', 'objects', '0-3', 'views', 'all', 'list', 'board', 'record', 'deals', 'deal'],
  signs: { list: tableSigns, board: boardSigns, record: ['[data-card-type]', cards, properties, inputs] },
};

// facts.md 2.1, the address of before among them.
const record = /^\/contacts\/\d+\/(?:record\/0-3|deal)\/(\d+)(?:\/|$)/;
const list = /^\/contacts\/\d+\/(?:objects\/0-3|deals)(?:\/|$)/;

function pageKind({ url, document }: Page): PageKind {
  if (record.test(url.pathname)) return 'record';
  if (!list.test(url.pathname)) return 'other';
  if (/\/board(?:\/|$)/.test(url.pathname)) return 'board';
  // An address that redirects may stand there for a moment, and names neither.
  return document.querySelector('table[role=grid]') === null && document.querySelector(columns) !== null
    ? 'board'
    : 'list';
}

function* readRecord({ document, url }: Page): Steps<Found<PlacedRecord>> {
  const id = record.exec(url.pathname)?.[1];
  if (id === undefined) return 'unknown';
  // A preview of a contact or company beside it has properties too.
  const element = inFront([...document.querySelectorAll(cards)].filter(isOfDeal));
  if (element === undefined) return 'loading';
  const values = [];
  for (const [property, field] of dealProperties) {
    yield;
    const item = element.querySelector(
      `[data-selenium-test=profile-properties-list] > [data-test-id="${property}"]`,
    );
    const input = item?.querySelector(`[data-selenium-test="property-input-${property}"]`);
    if (input) values.push({ field, heading: labelOf(item, input), place: input });
  }
  const heading = document.querySelector('[data-selenium-test=highlightTitle]');
  if (values.length === 0) return 'loading';
  return { id, url: dealUrl(url, id), element, ...(heading === null ? {} : { heading }), values };
}

function isOfDeal(card: Element): boolean {
  return ['dealname', 'dealstage', 'amount', 'closedate'].some(
    (property) => card.querySelector(`[data-test-id="${property}"]`) !== null,
  );
}

/** What stands beside a value: its label, which may name the currency. */
function labelOf(item: Element | null | undefined, value: Element): string {
  const label = [...(item?.querySelectorAll('label,dt,span,div') ?? [])].find(
    (one) => !one.contains(value) && !value.contains(one) && textOf(one) !== '',
  );
  return label === undefined ? '' : textOf(label);
}
