import '../browser-in-english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMarkerSet, type MarkerSet } from '../../../../components/overlay/marker-set';
import type { ReadAnchor, ReaderState } from '../../../../lib/crm/reader-channel';
import { fakePage } from './fake-page';

/** Twenty rows of 30 px are in the window. */
const window = { left: 0, top: 0, right: 1000, bottom: 600 };
const outOfSight = '-2500px 0px';
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

let page: ReturnType<typeof fakePage>;
let layer: HTMLElement;
let set: MarkerSet;
let off: AbortController;
const carry = vi.fn<(left: number, top: number) => void>();
const goOn = vi.fn<() => void>();

beforeEach(() => {
  // Time stands still: a slow machine would put work off.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  page = fakePage();
  layer = document.createElement('stafet-layer');
  document.documentElement.append(layer);
  off = new AbortController();
  set = createMarkerSet({
    layer,
    carry,
    clips: { of: () => window, nextFrame() {}, forget() {} },
    locale: 'en',
    goOn,
    signal: off.signal,
  });
});
afterEach(() => {
  off.abort();
  layer.remove();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

/** The page rests until nothing is left to do. */
function rest(): void {
  for (let n = 0; n < 200; n += 1) {
    goOn.mockClear();
    set.frame(true);
    if (goOn.mock.calls.length === 0) return;
  }
  throw new Error('It never comes to rest.');
}

function rowsAt(from: number, to: number): readonly ReadAnchor[] {
  const rows = Array.from({ length: to - from }, (_, n) => page.rowAt(from + n));
  set.reconcile({ ...state, anchors: rows });
  return rows;
}

const hosts = () => [...layer.children].filter((child) => child instanceof HTMLElement);
const styleOf = (host: Element | undefined) => host?.getAttribute('style');
const hostOf = (row: ReadAnchor | undefined) =>
  hosts().find((host) => host.dataset['stafetDeal'] === row?.key);
const topOf = (host: HTMLElement | undefined) => {
  const [, top = ''] = (host?.style.getPropertyValue('translate') ?? '').split(' ');
  return Number.parseFloat(top);
};

describe('making ready', () => {
  it('gives rows near the window their markers while the page rests, visible but out of sight', () => {
    const rows = rowsAt(0, 26);
    rest();
    for (const row of rows.slice(20)) {
      expect(hostOf(row)?.style.getPropertyValue('translate')).toBe(outOfSight);
      expect(hostOf(row)?.style.getPropertyValue('visibility')).toBe('visible');
    }
    expect(hostOf(rows[0])?.style.getPropertyValue('translate')).not.toBe(outOfSight);
  });

  it('lets a row that scrolls in move its marker, and makes none', () => {
    const rows = rowsAt(0, 26);
    rest();
    const before = hosts();
    const made = vi.spyOn(document, 'createElement');
    page.scrollTo(60);
    set.frame(false);
    expect(hosts()).toEqual(before);
    expect(made).not.toHaveBeenCalled();
    for (const row of rows.slice(20, 22)) expect(topOf(hostOf(row))).toBeGreaterThan(0);
    made.mockRestore();
  });

  it('draws for no single row in a frame of the page’s own, but for eight at once', () => {
    const rows = rowsAt(20, 27);
    set.frame(false);
    expect(hosts()).toEqual([]);
    set.reconcile({ ...state, anchors: [...rows, page.rowAt(27)] });
    set.frame(false);
    expect(hosts()).toHaveLength(8);
  });

  it('draws for all that are near where a row in the window has to be drawn anyway', () => {
    rowsAt(19, 23);
    set.frame(false);
    expect(hosts()).toHaveLength(4);
  });
});

describe('a marker', () => {
  it('names no deal any more as soon as its row has gone, before the page is read again', () => {
    const rows = rowsAt(0, 10);
    rest();
    expect(hostOf(rows[3])).toBeDefined();
    rows[3]?.anchor.remove();
    set.frame(false);
    expect(hostOf(rows[3])).toBeUndefined();
    expect(hostOf(rows[4])).toBeDefined();
  });
});

describe('what carries the markers', () => {
  it('moves all of them by what the page has scrolled; not one is written to', () => {
    const rows = rowsAt(0, 20);
    rest();
    const before = rows.map((row) => styleOf(hostOf(row)));
    carry.mockClear();
    page.scrollTo(25);
    set.frame(false);
    expect(carry.mock.calls).toEqual([[0, -25]]);
    // The first row is half out of the window by now.
    expect(rows.slice(1).map((row) => styleOf(hostOf(row)))).toEqual(before.slice(1));
    page.scrollTo(40);
    set.frame(false);
    expect(carry).toHaveBeenLastCalledWith(0, -40);
    expect(rows.slice(2).map((row) => styleOf(hostOf(row)))).toEqual(before.slice(2));
  });

  it('puts a marker that comes in where its row is, whatever it is carried by', () => {
    const rows = rowsAt(0, 26);
    rest();
    page.scrollTo(45);
    set.frame(false);
    const [, carried = Number.NaN] = carry.mock.lastCall ?? [];
    for (const [place, row] of rows.slice(2, 21).entries()) {
      const standing = topOf(hostOf(row)) + carried;
      expect(standing).toBeGreaterThanOrEqual((place + 2) * 30 - 45);
      expect(standing + 24).toBeLessThanOrEqual((place + 3) * 30 - 45);
    }
  });

  it('goes home when the page rests, and the markers with their rows', () => {
    const rows = rowsAt(0, 20);
    rest();
    const before = topOf(hostOf(rows[10]));
    page.scrollTo(60);
    set.frame(false);
    expect(topOf(hostOf(rows[10]))).toBe(before);
    set.frame(true);
    expect(carry).toHaveBeenLastCalledWith(0, 0);
    expect(topOf(hostOf(rows[10]))).toBe(before - 60);
  });

  it('goes home on a long way, for the browser does not paint what is far out', () => {
    const rows = rowsAt(0, 60);
    rest();
    page.scrollTo(500);
    set.frame(false);
    expect(carry).toHaveBeenLastCalledWith(0, -500);
    page.scrollTo(1050);
    set.frame(false);
    expect(carry).toHaveBeenLastCalledWith(0, 0);
    expect(topOf(hostOf(rows[45]))).toBeGreaterThan(45 * 30 - 1050);
    expect(topOf(hostOf(rows[45]))).toBeLessThan(46 * 30 - 1050);
  });
});
