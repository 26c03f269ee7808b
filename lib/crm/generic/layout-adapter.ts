import type { Adapter, Page, ReadResult } from '../adapter';
import { deepAll } from '../dom/deep-query';
import { atOnce, type Steps } from '../dom/in-slices';
import type { Found, Layout, PlacedRecord } from '../layout';
import type { UnknownLayout } from '../unknown-layout';
import { hasCome, mayStillCome } from './layout-patience';
import { maskedAddress } from './masked-address';
import { cellsOfPlaces } from './placed-cells';
import { readPlaced } from './read-list';
import { contentOf, recordIn } from './record-content';
import { leaveRecord } from './record-edits';
import { readRecord, type DealRecord } from './read-record';
import { noteContent } from './staleness';

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
    *read(page) {
      const result = yield* readPage(layout, page);
      return layout.isAmountHoped === true && result.kind === 'read' ? withHopes(result) : result;
    },
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
    if (typeof record === 'string') return withoutPlaces(layout, page, { kind, found: record });
    hasCome(page);
    return readRecord(page, record);
  }
  const found = yield* layout.rows(page, kind);
  if (typeof found === 'string') return withoutPlaces(layout, page, { kind, found });
  hasCome(page);
  return yield* readPlaced(page, kind, found);
}

/** What a won deal was hoped to bring is never put in the place of what it is known to have brought. */
function withHopes(result: Extract<ReadResult, { kind: 'read' }>): ReadResult {
  const deals = result.deals.map((one) => {
    const { values, approximate = [] } = one.read;
    const isHoped = values.outcome === 'won' && values.amount && !approximate.includes('amount');
    return isHoped
      ? { ...one, read: { ...one.read, approximate: [...approximate, 'amount' as const] } }
      : one;
  });
  return { ...result, deals };
}

function withoutPlaces(
  { root, signs, addressWords }: Layout,
  page: Page,
  { kind, found }: { kind: UnknownLayout['kind']; found: Found<never> },
): ReadResult {
  if (found === 'other') return { kind: 'not-deals' };
  if (found === 'loading' && mayStillCome(page, root(page))) return { kind: 'not-ready' };
  const counts = signs[kind].map((sign) => [sign, deepAll(page.document, sign).length] as const);
  const address = maskedAddress(page.url, addressWords);
  return { kind: 'not-deals', unknown: { kind, address, found: Object.fromEntries(counts) } };
}

function* recordOf({ id, url, element, heading, values }: PlacedRecord): Steps<Found<DealRecord>> {
  const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
  const cells = values === 'labelled' ? yield* recordIn(element) : cellsOfPlaces(values, language);
  // Labels come with their values, one after the other.
  return cells === undefined ? 'loading' : { id, url, root: element, heading, ...cells };
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
