import type { ReaderState } from '../../lib/crm/reader-channel';
import type { Clips } from './clips';
import { dealFace } from './deal-face';
import { lookAtRows } from './look-at-rows';
import { createMarkerPool } from './marker-pool';
import { newRow, type Row, type RowNews } from './row';
import { rowProblems } from './row-problems';
import { createTabStop } from './tab-stop';
import { createRowWatch } from './watch-rows';
import { witnessOf } from './witness';

/** The markers of a page. */
export interface MarkerSet {
  /** Takes the reader's newest state: the same rows keep their markers. */
  readonly reconcile: (state: ReaderState | undefined) => void;
  /** Reads all places, then moves all markers. */
  readonly frame: () => void;
  /** Makes the next frame ask of every row whether it is covered. */
  readonly doubt: () => void;
  /** The same, and measures a few rows anew, for changes within a row that move no edge of it. */
  readonly audit: () => void;
  readonly firstAnchor: () => Element | undefined;
}

export interface MarkerSetOptions {
  readonly layer: HTMLElement;
  readonly clips: Clips;
  readonly locale: string;
  readonly request: () => void;
  readonly signal: AbortSignal;
}

/** Work of one frame beyond moving what is there: measuring, then making. The rest follows in the next frame. */
const sliceMs = 3;
const auditedAtOnce = 8;

export function createMarkerSet({ layer, clips, locale, request, signal }: MarkerSetOptions): MarkerSet {
  const rows = new Map<Element, Row>();
  const near = new Set<Row>();
  let audited = 0;
  let isThorough = true;
  let reach = { above: 0, below: 0 };

  const shown = (): readonly Row[] =>
    [...near]
      .filter((row) => row.shownAt !== undefined)
      .toSorted((a, b) => (a.shownAt ?? 0) - (b.shownAt ?? 0));
  const tabStop = createTabStop(shown);
  const pool = createMarkerPool({ layer, locale, onMove: tabStop.move, signal });
  const shapes = new ResizeObserver(request);
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
      row.shownAt = undefined;
    }
    request();
  }

  function reconcile(state: ReaderState | undefined): void {
    clips.forget();
    isThorough = true;
    const problemsOf = rowProblems(state?.problems ?? []);
    const gone = new Set(rows.keys());
    for (const reading of state?.anchors ?? []) {
      const id = reading.key ?? reading.fingerprint;
      if (id === undefined) continue;
      gone.delete(reading.anchor);
      take(id, { reading, problems: problemsOf(reading.read), stored: state?.stored ?? false });
    }
    for (const anchor of gone) {
      const row = rows.get(anchor);
      if (row) setNear(row, false);
      rows.delete(anchor);
    }
    watch.set((state?.anchors ?? []).flatMap(({ anchor }) => rows.get(anchor) ?? []));
    pool.clear();
    request();
  }

  function take(id: string, news: RowNews): void {
    const { anchor } = news.reading;
    const had = rows.get(anchor);
    if (had?.id !== id) {
      // A row of a virtual list that shows another deal now.
      const row = newRow(id, news);
      rows.set(anchor, row);
      if (!had?.isNear) return;
      setNear(had, false);
      setNear(row, true);
      return;
    }
    Object.assign(had, news);
    if (!had.isNear) {
      had.witness = undefined;
      return;
    }
    had.witness = witnessOf(anchor, news.reading.read);
    const text = anchor.textContent;
    if (text !== had.text) had.spot = undefined;
    had.text = text;
    had.marker?.update(dealFace(news.reading, news.problems.length > 0, locale));
  }

  function frame(): void {
    clips.nextFrame();
    const until = performance.now() + sliceMs;
    const origin = layer.getBoundingClientRect();
    const look = lookAtRows(near, { layer, clips, isThorough, reach, until });
    isThorough = false;
    reach = look.reach;
    let isCut = look.isCut;

    for (const row of look.hidden) {
      row.marker?.hide();
      row.shownAt = undefined;
    }
    for (const row of look.away) {
      pool.take(row);
      row.shownAt = undefined;
    }
    for (const { row, place } of look.shown) {
      if (!row.marker && performance.now() > until + sliceMs) {
        isCut = true;
        continue;
      }
      row.shownAt = place.top;
      (row.marker ?? pool.give(row)).show(
        Math.round(place.left - origin.left),
        Math.round(place.top - origin.top),
      );
    }
    pool.park();
    tabStop.keep();
    if (isCut) request();
  }

  return {
    reconcile,
    frame,
    doubt: () => {
      isThorough = true;
    },
    audit: () => {
      clips.forget();
      isThorough = true;
      pool.clear();
      const all = [...near];
      for (let n = 0; n < Math.min(auditedAtOnce, all.length); n += 1) {
        const row = all[(audited + n) % all.length];
        if (row) row.spot = undefined;
      }
      audited += auditedAtOnce;
    },
    firstAnchor: () => shown()[0]?.anchor ?? rows.keys().next().value,
  };
}
