import type { Adapter, Page, ReadResult } from '../adapter';
import { atOnce, type Steps } from '../dom/in-slices';
import { cellsOfPlaces } from './placed-cells';
import { readPlaced } from './read-list';
import { contentOf, recordIn } from './record-content';
import { leaveRecord } from './record-edits';
import { readRecord, type DealRecord } from './read-record';
import { noteContent } from './staleness';
import type { Found, Layout, PlacedRecord } from '../layout';

/** The adapter of a CRM that we know by name: it reads the places that the layout finds. */
export function layoutAdapter(layout: Layout): Adapter {
  const { crm, label, canSync, tenant, pageKind } = layout;
  return {
    crm,
    label,
    canSync,
    // It is asked for by name, once the registry has told whose page it is.
    matches: () => true,
    tenant,
    pageKind,
    read: (page) => readPage(layout, page),
    noteShown: (page, from) => noteShown(layout, page, from),
    observe: (page) => layout.root(page),
  };
}

function* readPage(layout: Layout, page: Page): Steps<ReadResult> {
  const kind = layout.pageKind(page);
  if (kind !== 'record') leaveRecord(page.document);
  if (kind === 'other') return { kind: 'not-deals' };
  if (kind === 'record') {
    const found = yield* layout.record(page);
    const record = typeof found === 'string' ? found : yield* recordOf(found);
    return typeof record === 'string' ? withoutPlaces(record) : readRecord(page, record);
  }
  const found = yield* layout.rows(page, kind);
  return typeof found === 'string' ? withoutPlaces(found) : yield* readPlaced(page, kind, found);
}

function withoutPlaces(found: 'loading' | 'unknown'): ReadResult {
  return found === 'loading' ? { kind: 'not-ready' } : { kind: 'not-deals', looksLikeDeal: true };
}

function* recordOf({ id, url, element, heading, values }: PlacedRecord): Steps<Found<DealRecord>> {
  const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const cells = values === 'labelled' ? yield* recordIn(element) : cellsOfPlaces(values, language);
  return cells === undefined ? 'unknown' : { id, url, root: element, heading, ...cells };
}

/** What stands on the page belongs to the address `from`. */
function noteShown(layout: Layout, page: Page, from: URL): void {
  const then = { ...page, url: from };
  const kind = layout.pageKind(then);
  if (kind !== 'record') return;
  const found = atOnce(layout.record(then));
  const record = typeof found === 'string' ? found : atOnce(recordOf(found));
  if (typeof record === 'string') return;
  const content = JSON.stringify(contentOf(record.heading, record));
  noteContent(page.document, 'record', { key: record.id, content });
}
