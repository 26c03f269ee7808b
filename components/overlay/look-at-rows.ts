import { intersect, isEmpty, isWithin, type Box } from './box';
import type { Clips } from './clips';
import { isBackground, isCovered } from './covered';
import { markerHeight, markerWidth } from './create-marker';
import { measureRow } from './measure-row';
import { placeMarker } from './place-marker';
import type { Row } from './row';
import { stillShows, witnessOf } from './witness';

/** How deep something covers rows at a scroller's upper and lower edge, in pixels. */
export interface Reach {
  readonly above: number;
  readonly below: number;
}

export interface LookOptions {
  readonly layer: HTMLElement;
  readonly clips: Clips;
  /** Asks of every row whether it is covered, not only of those near an edge. */
  readonly isThorough: boolean;
  readonly reach: Reach;
  /** Measuring goes on until then, in the clock of `performance.now`. */
  readonly until: number;
}

/** Where markers belong; nothing has been moved yet. */
export interface Look {
  readonly shown: readonly { readonly row: Row; readonly place: Box }[];
  /** In the window, but covered, or no longer the deal that was read. */
  readonly hidden: readonly Row[];
  /** Scrolled out. */
  readonly away: readonly Row[];
  /** True where time ran out before every row was measured. */
  readonly isCut: boolean;
  readonly reach: Reach;
}

/** Headers and footers cover rows near a scroller's edge: looked at in every frame, the rows between twice a second. */
const oneRow = 64;
const farthest = 300;

/** The frame's reading half: asks the page for boxes and writes nothing, so that the page is laid out once at most. */
export function lookAtRows(rows: Iterable<Row>, options: LookOptions): Look {
  const { clips, isThorough, layer, until } = options;
  const shown: { readonly row: Row; readonly place: Box }[] = [];
  const hidden: Row[] = [];
  const away: Row[] = [];
  const found = { above: 0, below: 0 };
  let isCut = false;
  for (const row of rows) {
    const box = row.anchor.getBoundingClientRect();
    const clip = clips.of(row.anchor);
    const seen = intersect(box, clip);
    if (isEmpty(seen)) {
      away.push(row);
      continue;
    }
    row.witness ??= witnessOf(row.anchor, row.reading.read);
    if (!stillShows(row.anchor, row.witness)) {
      hidden.push(row);
      continue;
    }
    const shape = `${box.width} ${box.height} ${seen.left - box.left} ${seen.right - seen.left}`;
    if (row.spot?.shape !== shape) {
      if (performance.now() < until) row.spot = { ...spotOf(row, box, { clip, layer }), shape };
      else isCut = true;
    }
    if (!row.spot) continue;
    const place = boxAt(box.left + row.spot.dx, box.top + row.spot.dy);
    if (!isWithin(place, clip, 2)) {
      away.push(row);
      continue;
    }
    const deep = { above: place.bottom - clip.top, below: clip.bottom - place.top };
    const edge = deep.above < deep.below ? 'above' : 'below';
    if (isThorough || deep[edge] < options.reach[edge] + oneRow) {
      row.isCovered = isCovered(row.anchor, {
        row: box,
        marker: place,
        edge: isThorough ? 'both' : edge,
        layer,
      });
    }
    if (row.isCovered && deep[edge] < farthest) found[edge] = Math.max(found[edge], deep[edge]);
    if (row.isCovered) hidden.push(row);
    else shown.push({ row, place });
  }
  return { shown, hidden, away, isCut, reach: isThorough ? found : options.reach };
}

function spotOf(
  row: Row,
  box: DOMRect,
  { clip, layer }: { readonly clip: Box; readonly layer: HTMLElement },
): { readonly dx: number; readonly dy: number } {
  const spot = placeMarker({
    ...measureRow(row.anchor, row.reading.read.values.name ?? undefined),
    row: {
      left: Math.max(box.left, clip.left),
      right: Math.min(box.right, clip.right),
      top: box.top,
      bottom: box.bottom,
    },
    bounds: clip,
    width: markerWidth,
    height: markerHeight,
    isFreeOutside: (outside) => isBackground(row.anchor, outside, layer),
  });
  return { dx: spot.left - box.left, dy: spot.top - box.top };
}

function boxAt(left: number, top: number): Box {
  return { left, top, right: left + markerWidth, bottom: top + markerHeight };
}
