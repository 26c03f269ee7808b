import type { Box } from './box';

/** What was measured of a row before a marker is placed in it. Viewport pixels. */
export interface RowRoom {
  /** The part of the row that can be seen. */
  readonly row: Box;
  /** Where the scroller or the window ends: nothing is placed beyond. */
  readonly bounds: Box;
  /** Last line of the deal's name. */
  readonly name?: Box;
  /** The cell or block that holds the name. */
  readonly cell?: Box;
  /** Lines of text and controls: not to be covered. */
  readonly taken: readonly Box[];
  readonly width: number;
  readonly height: number;
  /** Whether a box beside the row covers nothing of the page; asked only where the row itself has no room. */
  readonly isFreeOutside: (box: Box) => boolean;
}

/** Where a marker stands. `free` is false where it covers something, there being no other place. */
export interface MarkerSpot {
  readonly left: number;
  readonly top: number;
  readonly free: boolean;
}

const air = 6;
const inset = 10;
/** A line of text has no ink in its first and last pixels, nor has a marker. */
const leading = 4;
const tall = 60;

/**
 * Chooses the place of a row's marker: the end of the name's cell (so that markers of a column align), right after
 * the name, the gap in the row that is nearest to the name, the gutter left of the row, the gutter on the right;
 * and only if all of these are taken, the row's end that covers least.
 */
export function placeMarker(room: RowRoom): MarkerSpot {
  const byName = placeByName(room);
  if (byName) return byName;
  const { row, name, width } = room;
  const beside = name && lineOf(room, name);
  if (name && beside?.isFree(name.right + air)) return beside.at(name.right + air);
  // Away from the name a low row's middle looks right; in a tall card the name's line is still the best guess.
  const line = lineOf(room, name && row.bottom - row.top > tall ? name : row);
  // Beside the row comes after inside it: a gutter may lie outside the row's own scroller, where nothing can be seen.
  const gap = nearestGap(room, line.band);
  if (gap !== undefined) return line.at(gap);
  const left = row.left - width - 4;
  if (line.isFreeOutside(left)) return line.at(left);
  if (line.isFreeOutside(row.right + 4)) return line.at(row.right + 4);
  const [least = row.right - width] = [row.right - width - 4, row.left + 4]
    .map((start) => Math.max(start, room.bounds.left))
    .toSorted((a, b) => covered(line.band, a, a + width) - covered(line.band, b, b + width));
  return { ...line.at(least), free: false };
}

/** The places beside the name, which need only be known of the cell that it stands in. */
export function placeByName(room: RowRoom): MarkerSpot | undefined {
  const { row, name, cell, width } = room;
  if (!name) return undefined;
  const line = lineOf(room, name);
  const end = cell ? Math.min(cell.right, row.right) - inset - width : undefined;
  if (end !== undefined && end > name.right && line.isFree(end)) return line.at(end);
  const isInCell = !cell || name.right + air + width <= cell.right;
  return isInCell && line.isFree(name.right + air) ? line.at(name.right + air) : undefined;
}

/** One height at which a marker may stand, centred on a line of the row. */
function lineOf({ row, bounds, taken, width, height, isFreeOutside }: RowRoom, line: Box) {
  const top = (line.top + line.bottom - height) / 2;
  const band = taken
    .filter((box) => box.bottom > top + leading && box.top < top + height - leading)
    .toSorted((a, b) => a.left - b.left);
  return {
    band,
    at: (left: number): MarkerSpot => ({ left, top, free: true }),
    isFree: (left: number): boolean =>
      left >= row.left &&
      left + width <= row.right &&
      covered(band, left - air + 1, left + width + air - 1) === 0,
    isFreeOutside: (left: number): boolean =>
      left >= bounds.left &&
      left + width <= bounds.right &&
      isFreeOutside({ left, top, right: left + width, bottom: top + height }),
  };
}

function nearestGap({ row, name, width }: RowRoom, band: readonly Box[]): number | undefined {
  const want = name?.right ?? row.left;
  let start = row.left;
  let best: number | undefined;
  for (const box of [...band, { left: row.right, right: row.right }]) {
    const first = start + air;
    // A row may reach beyond its scroller: what is cut off there is no room.
    const last = Math.min(box.left - air, row.right) - width;
    if (last >= first) {
      const left = Math.min(Math.max(want + air, first), last);
      if (best === undefined || Math.abs(left - want) < Math.abs(best - want)) best = left;
    }
    start = Math.max(start, box.right);
  }
  return best;
}

function covered(band: readonly Box[], from: number, to: number): number {
  return band.reduce((sum, box) => sum + Math.max(0, Math.min(box.right, to) - Math.max(box.left, from)), 0);
}
