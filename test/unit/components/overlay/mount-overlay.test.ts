import '../browser-in-english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountOverlay, type OverlayOptions } from '../../../../components/overlay/mount-overlay';
import type { ReaderChannel, ReaderState } from '../../../../lib/crm/reader-channel';

const state: ReaderState = {
  view: { kind: 'list', name: 'deals' },
  anchors: [],
  problems: [],
  rendered: 0,
  statedTotal: undefined,
  stored: true,
  crm: 'demo',
  label: 'Demo',
  tenant: undefined,
  canSync: false,
};

function reader() {
  const ended = new AbortController();
  const listeners = new Set<(next: ReaderState) => void>();
  let current = state;
  const channel: ReaderChannel = {
    current: () => current,
    ended: ended.signal,
    survey: () => Promise.resolve(undefined),
    onChange: () => {},
    subscribe: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  const publish = (next: ReaderState): void => {
    current = next;
    for (const listener of listeners) listener(next);
  };
  return { channel, publish, ended, listeners };
}

async function mount(
  one: ReturnType<typeof reader>,
  figures = async () => ({ refused: 'test' }),
  handoff: OverlayOptions['handoff'] = async () => ({ none: true }),
) {
  const off = new AbortController();
  mountOverlay({
    document,
    channel: one.channel,
    figures,
    handoff,
    onSiteOff: async () => {},
    onOpen: () => {},
    locale: 'en',
    signal: off.signal,
  });
  // It starts in tasks of its own; where it refuses to draw it never listens.
  if (find('stafet-layer')) await vi.waitFor(() => expect(one.listeners.size).toBe(1));
  return off;
}

const find = (name: string) => document.documentElement.querySelector(name);
let off: AbortController | undefined;

// The document of the tests knows neither layout nor its observers, and calls every element defined.
const matches = Element.prototype.matches;
beforeEach(() => {
  class Observer {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('ResizeObserver', Observer);
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return selector === ':defined' ? claimed.has(this.localName) : matches.call(this, selector);
  });
});
const claimed = new Set<string>();
afterEach(() => {
  off?.abort();
  claimed.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('mountOverlay', () => {
  it('adds one layer beside the page’s own tree, and nothing within it', async () => {
    const before = document.body.cloneNode(true);
    off = await mount(reader());
    expect(find('stafet-layer')?.parentElement).toBe(document.documentElement);
    await vi.waitFor(() => expect(find('stafet-pill')?.parentElement).toBe(find('stafet-layer')));
    expect(document.body.isEqualNode(before)).toBe(true);
  });

  it('closes its roots to the page', async () => {
    off = await mount(reader());
    expect(find('stafet-layer')?.shadowRoot).toBeNull();
    expect(find('stafet-pill')?.shadowRoot).toBeNull();
  });

  it('takes everything away when its signal aborts, and listens no more', async () => {
    const one = reader();
    off = await mount(one);
    off.abort();
    expect(find('stafet-layer')).toBeNull();
    expect(one.listeners.size).toBe(0);
  });

  it('goes when the reader ends', async () => {
    const one = reader();
    off = await mount(one);
    one.ended.abort();
    expect(find('stafet-layer')).toBeNull();
  });

  it('shows no pill on a page without deals', async () => {
    const one = reader();
    off = await mount(one);
    one.publish({ ...state, view: undefined });
    await vi.waitFor(() => expect(find('stafet-pill')).toBeNull());
    one.publish(state);
    await vi.waitFor(() => expect(find('stafet-pill')).not.toBeNull());
  });

  it('asks for figures again once a batch has been stored, not at every look', async () => {
    const figures = vi.fn<() => Promise<{ refused: string }>>(async () => ({ refused: 'test' }));
    const one = reader();
    off = await mount(one, figures);
    expect(figures).toHaveBeenCalledTimes(1);
    one.publish({ ...state, anchors: [] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(figures).toHaveBeenCalledTimes(1);
    one.publish({ ...state, stored: false });
    one.publish({ ...state, stored: true });
    await vi.waitFor(() => expect(figures).toHaveBeenCalledTimes(2));
  });

  it('asks for the handoff of the deal that a record page is about, once it is known and for each deal anew', async () => {
    const handoff = vi.fn<OverlayOptions['handoff']>(async () => ({ none: true }));
    const one = reader();
    off = await mount(one, undefined, handoff);
    const record = (key?: string): ReaderState => ({
      ...state,
      view: { kind: 'record', name: 'deal' },
      tenant: { tenant: 'crm.example.com/sales', host: 'crm.example.com' },
      anchors: [
        { anchor: document.body, read: { values: {}, at: '' }, ...(key === undefined ? {} : { key }) },
      ],
    });
    one.publish(record());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(handoff).not.toHaveBeenCalled();
    one.publish(record('demo|crm.example.com/sales|7'));
    await vi.waitFor(() =>
      expect(handoff.mock.calls).toEqual([['crm.example.com/sales', 'demo|crm.example.com/sales|7']]),
    );
    one.publish(record('demo|crm.example.com/sales|7'));
    one.publish(record('demo|crm.example.com/sales|8'));
    await vi.waitFor(() => expect(handoff).toHaveBeenCalledTimes(2));
    one.publish({ ...record('demo|crm.example.com/sales|8'), view: { kind: 'list', name: 'deals' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(handoff).toHaveBeenCalledTimes(2);
  });

  it('draws nothing where the page has taken one of its element names', async () => {
    claimed.add('stafet-marker');
    off = await mount(reader());
    expect(find('stafet-layer')).toBeNull();
  });
});
