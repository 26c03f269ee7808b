import type { DealRead } from '../deal/deal';
import type { Adapter, AnchoredRead, Page, ReadResult, RefusedRead, Tenant, View } from './adapter';
import type { Steps } from './dom/in-slices';
import { createLooks, type Look, type LookOptions } from './looks';
import { hashOf, sentName } from './read-names';
import type { ReaderChannel, ReaderState } from './reader-channel';
import { noDeals, stateOf, type ReadPage } from './reader-state';
import { createRefusals } from './refusals';
import { createSentLog } from './sent-log';
import { stillShow } from './still-show';
import type { SurveyedView } from './surveyed-view';

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

export interface ReaderOptions extends Omit<LookOptions, 'take'> {
  /** Calls back whenever the page changes. */
  readonly onChange: (listener: () => void, signal: AbortSignal) => void;
  /** The adapter for this page; `undefined` where none reads it. */
  readonly adapterFor: (page: Page) => Adapter | undefined;
  /** Brings a part that the adapter lacks into the tab, and has the page looked at again. Resolves once it has come or is given up. */
  readonly bring?: (part: 'boxes') => Promise<void>;
  /** Hands the store what is new. */
  readonly deliver: (delivery: Delivery) => Promise<Delivered>;
}

export interface Reader {
  /** Looks at the page; `isRestless` where it goes on changing, and is to be read all the same. */
  readonly look: (how?: { readonly isRestless?: boolean }) => void;
  /** Looks again if rows show another text than was read, or were not read for their moving. @param most Rows to ask; the next call goes on. */
  readonly check: (most?: number) => void;
  /** Notes that what stands on the page belongs to that address, unless it was read already. */
  readonly noteShown: (from: URL) => void;
  /** Whether a record is in front. */
  readonly showsRecord: () => boolean;
  readonly channel: ReaderChannel;
}

/** What is told of a page, made when it is, and of which address. */
interface Telling {
  readonly of: string | undefined;
  readonly made: () => Steps<ReaderState>;
}

/** How often a page that is never ready is looked at again while nothing comes or goes. */
const mostAgain = 20;

/**
 * Reads a page each time it has settled and hands on what changed since the last look. A row goes out again only when
 * its content changed or the view was opened anew: an old rendering never passes for news, and a row that the store
 * refused stands among the problems until then.
 */
export function createReader({ adapterFor, bring, deliver, onChange, ...options }: ReaderOptions): Reader {
  const { ended, work } = options;
  const sent = createSentLog();
  const refusals = createRefusals();
  const bound = new Map<string, string>();
  const listeners = new Set<(state: ReaderState) => void>();
  const looks = createLooks({ ...options, take });
  let state = noDeals(undefined, undefined);
  let latest: Telling = { of: undefined, made: () => always(state) };
  let turn = 0;
  let waiting = 0;
  let last: { readonly look: Look; readonly result: ReadResult } | undefined;
  let checked = 0;
  let again = 0;
  let againAt: number | undefined;
  /** The address of which `state` tells. */
  let toldOf: string | undefined;

  function* publish(next: Telling): Steps<void> {
    latest = next;
    const mine = (turn += 1);
    const made = yield* next.made();
    if (mine !== turn) return;
    state = made;
    toldOf = next.of;
    for (const listener of listeners) listener(state);
  }

  function* take(look: Look): Steps<boolean> {
    const { page, isRestless } = look;
    const of = page.url.href;
    const adapter = adapterFor(page);
    const tenant = adapter?.tenant(page);
    yield;
    const result: ReadResult = adapter === undefined ? { kind: 'not-deals' } : yield* adapter.read(page);
    if (result.kind === 'read') {
      yield* prepare(result.deals);
      if (!isRestless && (result.isPatchy || !(yield* stillShow(result.deals)))) return false;
    }
    // From here to the delivery nothing rests: what is sent is of the page that is still there.
    if (!look.isBound()) return false;
    last = { look, result };
    if (result.kind === 'not-ready') {
      if (result.needs !== undefined) void bring?.(result.needs);
      // What was read elsewhere says nothing of this page, however long it is not ready.
      if (toldOf !== undefined && toldOf !== of) {
        sent.leave();
        yield* publish({ of, made: () => always(noDeals(adapter, tenant)) });
      }
      return true;
    }
    if (adapter === undefined || tenant === undefined || result.kind === 'not-deals') {
      sent.leave();
      const { unknown } = result.kind === 'not-deals' ? result : {};
      const told = { ...noDeals(adapter, tenant), ...(unknown && { unknown }) };
      yield* publish({ of, made: () => always(told) });
      return true;
    }
    send(page, adapter, { tenant, result });
    yield;
    const made = () =>
      stateOf(result, { adapter, tenant, bound, refusals: refusals.all(), isStored: waiting === 0 });
    yield* publish({ of, made });
    return true;
  }

  function send(
    page: Page,
    adapter: Adapter,
    { tenant, result }: { tenant: Tenant; result: ReadPage },
  ): void {
    const viewedAt = sent.enter(page.url.href, result.view, page.now);
    const note = refusals.enter(viewedAt);
    const reads = sent.news(result.deals, summaryOf(result));
    if (reads === undefined) return;
    waiting += 1;
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
    void deliver({ ...about, reads, result }).then((delivered) => {
      waiting -= 1;
      for (const [fingerprint, key] of Object.entries(delivered.bound)) bound.set(fingerprint, key);
      note(reads, delivered.refused);
      work(publish(latest), () => !ended.aborted);
    });
  }

  function* survey(then: (found: SurveyedView | undefined) => void): Steps<void> {
    const page = options.page();
    const steps = adapterFor(page)?.survey?.(page);
    then(steps && (yield* steps));
  }

  function* lookIfChanged(deals: readonly AnchoredRead[]): Steps<void> {
    if (!(yield* stillShow(deals))) looks.look();
  }

  return {
    look: looks.look,
    check(most = Infinity) {
      if (looks.isLooking() || last === undefined || last.result.kind === 'not-deals') return;
      // Its rows come to rest, or come at all, by their texts alone: nothing else would tell.
      if (last.result.kind === 'not-ready' || last.result.isPatchy) {
        // A page may say for ever that it is loading.
        again = last.look.changes === againAt ? again + 1 : 1;
        againAt = last.look.changes;
        if (again <= mostAgain) looks.look();
        return;
      }
      const { deals } = last.result;
      const from = checked < deals.length ? checked : 0;
      checked = from + most;
      work(lookIfChanged(deals.slice(from, checked)), () => !ended.aborted && !looks.isLooking());
    },
    noteShown(from) {
      const isKnown = last?.result.kind !== 'not-ready' && last?.look.changes === options.changes();
      if (ended.aborted || (isKnown && last?.look.page.url.href === from.href)) return;
      const page = options.page();
      adapterFor(page)?.noteShown?.(page, from);
    },
    showsRecord() {
      if (last?.result.kind === 'read') return last.result.view.kind === 'record';
      if (last?.result.kind !== 'not-ready') return false;
      const page = options.page();
      return adapterFor(page)?.pageKind(page) === 'record';
    },
    channel: {
      current: () => state,
      ended,
      onChange,
      async survey() {
        const lacks = adapterFor(options.page())?.lacks;
        if (lacks !== undefined) await bring?.(lacks);
        return new Promise((then) => work(survey(then), () => !ended.aborted));
      },
      subscribe(listener, signal) {
        listeners.add(listener);
        signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
      },
    },
  };
}

/** Makes in steps what the last one needs of every row, so that it is short. */
function* prepare(deals: readonly AnchoredRead[]): Steps<void> {
  for (const { read } of deals) {
    yield;
    hashOf(read);
    sentName(read);
  }
}

function* always<T>(value: T): Steps<T> {
  yield;
  return value;
}

/** What the store is told of a view besides its deals; a change of it is news too. */
function summaryOf({ rendered, statedTotal, totalOf, problems }: ReadPage): string {
  return JSON.stringify([rendered, statedTotal, totalOf, problems]);
}
