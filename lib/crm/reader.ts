import { dealKey } from '../deal/deal-key';
import type { DealRead } from '../deal/deal';
import { fingerprintOf } from '../deal/fingerprint-of';
import type {
  Adapter,
  AnchoredRead,
  Page,
  ReadProblem,
  ReadResult,
  RefusedRead,
  Tenant,
  View,
} from './adapter';
import type { ReadAnchor, ReaderChannel, ReaderState } from './reader-channel';
import { createRefusals } from './refusals';
import { createSentLog } from './sent-log';

type ReadPage = Extract<ReadResult, { kind: 'read' }>;

/** What one look at the page found new, for the store. */
export interface Delivery {
  readonly crm: string;
  readonly label: string;
  readonly tenant: Tenant;
  /** As whom the page is seen, where its adapter can tell. */
  readonly seenAs?: string;
  readonly url: string;
  readonly view: View;
  readonly viewedAt: string;
  readonly at: string;
  readonly reads: readonly DealRead[];
  readonly result: ReadPage;
}

/** What became of a delivery. */
export interface Delivered {
  /** Rows that are now known deals: fingerprint to key. */
  readonly bound: Readonly<Record<string, string>>;
  /** What the store did not keep, by the read's place in the delivery. */
  readonly refused: readonly RefusedRead[];
}

export interface ReaderOptions {
  /** The adapter for this page; `undefined` where none reads it. */
  readonly adapterFor: (page: Page) => Adapter | undefined;
  readonly page: () => Page;
  /** Hands the store what is new. */
  readonly deliver: (delivery: Delivery) => Promise<Delivered>;
  readonly ended: AbortSignal;
}

/**
 * Reads a page each time it has settled and hands on what changed since the last look. A row goes out again only
 * when its content changed or the view was opened anew: an old rendering never passes for news, and a row that the store
 * refused stands among the problems until then.
 */
export function createReader(options: ReaderOptions): { look: () => void; channel: ReaderChannel } {
  const sent = createSentLog();
  const refusals = createRefusals();
  const bound = new Map<string, string>();
  const listeners = new Set<(state: ReaderState) => void>();
  let state = noDeals(undefined, undefined);
  let waiting = 0;
  let latest = () => state;

  function publish(next: () => ReaderState): void {
    latest = next;
    state = next();
    for (const listener of listeners) listener(state);
  }

  function look(): void {
    const page = options.page();
    const adapter = options.adapterFor(page);
    const tenant = adapter?.tenant(page);
    const result = adapter?.read(page) ?? { kind: 'not-deals' };
    if (result.kind === 'not-ready') return;
    if (adapter === undefined || tenant === undefined || result.kind === 'not-deals') {
      sent.leave();
      const { looksLikeDeal } = result.kind === 'not-deals' ? result : {};
      publish(() => ({ ...noDeals(adapter, tenant), ...(looksLikeDeal && { looksLikeDeal }) }));
      return;
    }
    const viewedAt = sent.enter(page.url.href, result.view, page.now);
    const note = refusals.enter(viewedAt);
    const reads = sent.news(result.deals, summaryOf(result));
    if (reads !== undefined) waiting += 1;
    publish(() =>
      stateOf(result, { adapter, tenant, bound, refusals: refusals.all(), isStored: waiting === 0 }),
    );
    if (reads === undefined) return;
    const { crm, label } = adapter;
    const seenAs = adapter.seenAs?.(page);
    const about = {
      crm,
      label,
      tenant,
      url: page.url.href,
      view: result.view,
      viewedAt,
      at: page.now,
      ...(seenAs === undefined ? {} : { seenAs }),
    };
    void options.deliver({ ...about, reads, result }).then((delivered) => {
      waiting -= 1;
      for (const [fingerprint, key] of Object.entries(delivered.bound)) bound.set(fingerprint, key);
      note(reads, delivered.refused);
      if (!options.ended.aborted) publish(latest);
    });
  }

  return {
    look,
    channel: {
      current: () => state,
      ended: options.ended,
      subscribe(listener, signal) {
        listeners.add(listener);
        signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
      },
    },
  };
}

interface Sight {
  readonly adapter: Adapter;
  readonly tenant: Tenant;
  /** Rows without id that are known to be a deal: fingerprint to key. */
  readonly bound: ReadonlyMap<string, string>;
  readonly refusals: readonly ReadProblem[];
  readonly isStored: boolean;
}

function stateOf(result: ReadPage, sight: Sight): ReaderState {
  const { view, rendered, statedTotal } = result;
  const problems = [...sight.refusals, ...result.problems];
  const anchors = result.deals.flatMap((deal) => anchorOf(deal, sight));
  const { adapter, tenant, isStored } = sight;
  return { ...whoReads(adapter, tenant), view, anchors, problems, rendered, statedTotal, stored: isStored };
}

function anchorOf({ anchor, read }: AnchoredRead, { adapter, tenant, bound }: Sight): ReadAnchor[] {
  if (anchor === undefined) return [];
  if (read.id !== undefined) return [{ anchor, read, key: dealKey(adapter.crm, tenant.tenant, read.id) }];
  const fingerprint = fingerprintOf(read);
  const key = bound.get(fingerprint);
  return [{ anchor, read, ...(key === undefined ? { fingerprint } : { key }) }];
}

function noDeals(adapter: Adapter | undefined, tenant: Tenant | undefined): ReaderState {
  return {
    ...whoReads(adapter, tenant),
    view: undefined,
    anchors: [],
    problems: [],
    rendered: 0,
    statedTotal: undefined,
    stored: true,
  };
}

function whoReads(adapter: Adapter | undefined, tenant: Tenant | undefined) {
  return { crm: adapter?.crm, label: adapter?.label ?? '', canSync: adapter?.canSync ?? false, tenant };
}

/** What the store is told of a view besides its deals; a change of it is news too. */
function summaryOf({ rendered, statedTotal, totalOf, problems }: ReadPage): string {
  return JSON.stringify([rendered, statedTotal, totalOf, problems]);
}
