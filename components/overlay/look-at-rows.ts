import { intersect, isEmpty, isWithin, type Box } from './box';
import type { Clips } from './clips';
import { isBackground } from './covered';
import type { Covers } from './covers';
import { markerHeight, smallWidth } from './marker-size';
import { measureRow } from './measure-row';
import { placeByName, placeMarker, type MarkerSpot, type RowRoom } from './place-marker';
import type { Row, Spot } from './row';
import { stillShows, witnessOf } from './witness';

export interface LookOptions {
  readonly layer: HTMLElement;
  readonly clips: Clips;
  readonly covers: Covers;
  readonly widthOf: (row: Row) => number;
  /** Measuring goes on until then, in the clock of `performance.now`. */
  readonly until: number;
}

/** Where markers belong; nothing has been moved yet. */
export interface Look {
  readonly shown: readonly { readonly row: Row; readonly place: Box; readonly isSmall: boolean }[];
  /** In the window, but covered, or no longer the deal that was read. */
  readonly hidden: readonly Row[];
  /** Near, but out of the window. */
  readonly away: readonly Row[];
  /** True where time ran out before every row was measured. */
  readonly isCut: boolean;
}

/** The frame's reading half: asks the page for boxes and writes nothing, so that the page is laid out once at most. */
export function lookAtRows(rows: Iterable<Row>, { clips, covers, widthOf, layer, until }: LookOptions): Look {
  const shown: { readonly row: Row; readonly place: Box; readonly isSmall: boolean }[] = [];
  const hidden: Row[] = [];
  const away: Row[] = [];
  let isCut = false;
  let hasMeasured = false;
  for (const row of rows) {
    const box = row.anchor.getBoundingClientRect();
    const clip = clips.of(row.anchor);
    const seen = intersect(box, clip);
    const width = (row.width ??= widthOf(row));
    const shape = `${width} ${box.width} ${box.height} ${seen.left - box.left} ${seen.right - seen.left}`;
    if (isEmpty(seen)) {
      away.push(row);
      // Its marker is drawn before it comes in, and should not have to be drawn anew then.
      if (row.spot === undefined && seen.right > seen.left && performance.now() < until) {
        const spot = placeByName(roomOf(row, box, { clip, layer, width, part: 'name' }));
        if (spot) row.spot = { ...within(box, spot), shape };
      }
      continue;
    }
    row.witness ??= witnessOf(row.reading);
    if (!stillShows(row.anchor, row.witness)) {
      hidden.push(row);
      continue;
    }
    if (row.spot?.shape !== shape) {
      // One a frame at least, or a machine that is busy with something else would never get to the end.
      if (!hasMeasured || performance.now() < until) {
        hasMeasured = true;
        row.spot = { ...spotOf(row, box, { clip, layer, width }), shape };
      } else isCut = true;
    }
    if (!row.spot) continue;
    const place = boxAt(box.left + row.spot.dx, box.top + row.spot.dy, row.spot.width);
    if (!isWithin(place, clip, 2)) {
      away.push(row);
      continue;
    }
    if (covers.isOver(row, { box, place, clip })) hidden.push(row);
    else shown.push({ row, place, isSmall: row.spot.width === smallWidth });
  }
  return { shown, hidden, away, isCut: isCut || covers.hasMore() };
}

interface Around {
  readonly clip: Box;
  readonly layer: HTMLElement;
  readonly width: number;
}

function spotOf(row: Row, box: DOMRect, around: Around): Omit<Spot, 'shape'> {
  const spot =
    placeByName(roomOf(row, box, { ...around, part: 'name' })) ??
    placeMarker(roomOf(row, box, { ...around, part: 'all' }));
  return within(box, spot);
}

function roomOf(
  row: Row,
  box: DOMRect,
  { clip, layer, width, part }: Around & { readonly part: 'name' | 'all' },
): RowRoom {
  return {
    row: {
      left: Math.max(box.left, clip.left),
      right: Math.min(box.right, clip.right),
      top: box.top,
      bottom: box.bottom,
    },
    bounds: clip,
    width,
    small: smallWidth,
    height: markerHeight,
    isFreeOutside: (outside: Box) => isBackground(row.anchor, outside, layer),
    ...measureRow(row.anchor, row.reading.read.values.name ?? undefined, part),
  };
}

function within(box: DOMRect, { left, top, width }: MarkerSpot): Omit<Spot, 'shape'> {
  return { dx: left - box.left, dy: top - box.top, width };
}

function boxAt(left: number, top: number, width: number): Box {
  return { left, top, right: left + width, bottom: top + markerHeight };
}
