import type { ReadAnchor, ReaderState } from '../../lib/crm/reader-channel';
import type { Box } from './box';
import type { Clips } from './clips';
import { createCovers } from './covers';
import { lookAtRows } from './look-at-rows';
import { createMarkerPool } from './marker-pool';
import { smallWidth } from './marker-size';
import { doubtSpot, newRow, type Row } from './row';
import { rowProblems } from './row-problems';
import { createTabStop } from './tab-stop';
import { createRowWatch } from './watch-rows';

/** The markers of a page. */
export interface MarkerSet {
  /** Takes the reader's newest state: the same rows keep their markers. */
  readonly reconcile: (state: ReaderState | undefined) => void;
  /** Reads all places, then moves all markers. `isCalm`: nothing of the page has moved. */
  readonly frame: (isCalm: boolean) => void;
  /** Has the next frames ask of every row whether it is covered. */
  readonly doubt: () => void;
  /** Asks a few rows, and measures a few anew, for changes within a row that move no edge of it. */
  readonly audit: () => void;
  readonly firstAnchor: () => Element | undefined;
}

export interface MarkerSetOptions {
  readonly layer: HTMLElement;
  /** Moves all markers at once. */
  readonly carry: (left: number, top: number) => void;
  readonly clips: Clips;
  readonly locale: string;
  /** Asks for a frame. */
  readonly goOn: () => void;
  readonly signal: AbortSignal;
}

/** Work of one frame beyond moving what is there: measuring, then making. The rest follows in the next frame. */
const sliceMs = 3;
const auditedAtOnce = 2;
const home = { left: 0, top: 0 };
/** Farther from home what is out of sight would come in, or no longer be painted. */
const farthest = 1000;
/** While the page scrolls, markers are made ready for so many rows at once: in most frames nothing is drawn anew. */
const readiedAtOnce = 8;

export function createMarkerSet({ layer, carry, clips, locale, goOn, signal }: MarkerSetOptions): MarkerSet {
  const rows = new Map<Element, Row>();
  const near = new Set<Row>();
  let audited = 0;
  let problemsOf = rowProblems([]);
  let isStored = false;
  let isMostlySmall = false;
  let carried = home;

  const shown = (): readonly Row[] =>
    [...near]
      .filter((row) => row.shownAt !== undefined)
      .toSorted((a, b) => (a.shownAt ?? 0) - (b.shownAt ?? 0));
  const tabStop = createTabStop(shown);
  const pool = createMarkerPool({
    layer,
    locale,
    problemsOf: (read) => problemsOf(read),
    isStored: () => isStored,
    onMove: tabStop.move,
    signal,
  });
  const covers = createCovers(layer);
  const shapes = new ResizeObserver(goOn);
  signal.addEventListener('abort', () => shapes.disconnect());
  const watch = createRowWatch(signal, setNear);

  function setNear(row: Row, isNear: boolean): void {
    if (row.isNear === isNear) return;
    row.isNear = isNear;
    if (isNear) {
      near.add(row);
      shapes.observe(row.anchor);
    } else {
      near.delete(row);
      shapes.unobserve(row.anchor);
      pool.take(row);
      row.isCovered = undefined;
      row.askedIn = undefined;
      row.shownAt = row.standsAt = undefined;
    }
    goOn();
  }

  function reconcile(state: ReaderState | undefined): void {
    const anchors = state?.anchors ?? [];
    clips.forget();
    problemsOf = rowProblems(state?.problems ?? []);
    isStored = state?.stored ?? false;
    const there = new Set<Element>();
    for (const reading of anchors) {
      const id = reading.key ?? reading.fingerprint;
      if (id === undefined) continue;
      there.add(reading.anchor);
      take(id, reading);
    }
    for (const [anchor, row] of rows) {
      if (there.has(anchor)) continue;
      setNear(row, false);
      rows.delete(anchor);
    }
    watch.set(anchors.flatMap(({ anchor }) => rows.get(anchor) ?? []));
    // The page has changed, mostly within its rows: a few of them tell whether something lies over them now.
    sampleCovers();
    if (anchors.length === 0) pool.clear(true);
    goOn();
  }

  function take(id: string, reading: ReadAnchor): void {
    const { anchor } = reading;
    const had = rows.get(anchor);
    if (had?.id !== id) {
      // A row of a virtual list that shows another deal now.
      const row = newRow(id, reading);
      rows.set(anchor, row);
      if (!had?.isNear) return;
      setNear(had, false);
      setNear(row, true);
      return;
    }
    if (had.reading.text !== reading.text) had.witness = undefined;
    had.reading = reading;
    had.width = undefined;
    if (!had.isNear) return;
    const text = anchor.textContent;
    if (text !== had.text) doubtSpot(had);
    had.text = text;
    pool.update(had);
  }

  function frame(isCalm: boolean): void {
    // Of a short list nobody else tells that its rows have gone.
    for (const row of near) if (!row.anchor.isConnected) setNear(row, false);
    clips.nextFrame();
    covers.nextFrame(isCalm);
    const until = performance.now() + sliceMs;
    const origin = layer.getBoundingClientRect();
    const look = lookAtRows(near, { layer, clips, covers, widthOf: pool.widthOf, until });
    let isCut = look.isCut;

    for (const row of look.hidden) {
      row.marker?.hide();
      row.shownAt = row.standsAt = undefined;
    }
    for (const row of look.away) {
      row.marker?.standBy(isSmallOf(row));
      row.shownAt = row.standsAt = undefined;
    }
    const placeOf = ({ left, top }: Box) => ({
      left: Math.round(left - origin.left),
      top: Math.round(top - origin.top),
    });
    const lead = look.shown.find(({ row }) => row.marker && row.standsAt);
    carryBy(isCalm ? undefined : lead?.row.standsAt, lead && placeOf(lead.place));
    let isDrawing = isCalm;
    for (const { row, place, isSmall } of look.shown) {
      if (!row.marker && performance.now() > until + sliceMs) {
        isCut = true;
        continue;
      }
      row.shownAt = place.top;
      const { left, top } = placeOf(place);
      row.standsAt = { left: left - carried.left, top: top - carried.top };
      isMostlySmall = isSmall;
      isDrawing ||= !row.marker;
      (row.marker ?? pool.give(row)).show(row.standsAt.left, row.standsAt.top, isSmall);
    }
    const bare = look.away.filter((row) => !row.marker);
    if (isDrawing || bare.length >= readiedAtOnce) isCut = !ready(bare, until + sliceMs) || isCut;
    pool.park();
    // In a frame of the page's own its work comes first.
    const isUnsettled = !isCalm || pool.settle();
    if (isCalm) tabStop.keep();
    if (isCut || isUnsettled) goOn();
  }

  function sampleCovers(): void {
    covers.sample([...near].filter((row) => row.shownAt !== undefined));
  }

  /** Moves what carries the markers as far as one of them has to go; now and then back, and each on its own. */
  function carryBy(from: Row['standsAt'], to: Row['standsAt']): void {
    const next = from && to ? { left: to.left - from.left, top: to.top - from.top } : home;
    carried = Math.max(Math.abs(next.left), Math.abs(next.top)) > farthest ? home : next;
    carry(carried.left, carried.top);
  }

  /** @returns Whether there was time for all. */
  function ready(bare: readonly Row[], until: number): boolean {
    for (const row of bare) {
      if (performance.now() > until) return false;
      pool.give(row).standBy(isSmallOf(row));
    }
    return true;
  }

  /** Rows of a list look alike: one that was not measured yet is taken for what the others are. */
  function isSmallOf({ spot }: Row): boolean {
    return spot === undefined ? isMostlySmall : spot.width === smallWidth;
  }

  return {
    reconcile,
    frame,
    doubt: covers.doubt,
    audit: () => {
      clips.forget();
      sampleCovers();
      pool.clear();
      const all = [...near];
      for (let n = 0; n < Math.min(auditedAtOnce, all.length); n += 1) {
        const row = all[(audited + n) % all.length];
        if (row) doubtSpot(row);
      }
      audited += auditedAtOnce;
    },
    firstAnchor: () => shown()[0]?.anchor ?? rows.keys().next().value,
  };
}
