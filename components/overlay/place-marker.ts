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
  /** Of a marker with its text. */
  readonly width: number;
  /** Of one without. */
  readonly small: number;
  readonly height: number;
  /** Whether a box beside the row covers nothing of the page; asked only where the row itself has no room. */
  readonly isFreeOutside: (box: Box) => boolean;
}

/** Where a marker stands. `free` is false where it covers something, there being no other place. */
export interface MarkerSpot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly free: boolean;
}

const air = 6;
const smallAir = 4;
const inset = 10;
/** A line of text has no ink in its first and last pixels, nor has a marker. */
const leading = 4;
const tall = 60;

/**
 * Chooses the place of a row's marker: the end of the name's cell (so that markers of a column align), or right after the
 * name. Where neither has room for its text, it stands there without: in another column it would look like a value of
 * that one. Next come the end of a card's other lines, the gutter left of the row, the gap in the row that is nearest to the name, the gutter on the
 * right; and only if all of these are taken, the row's end that covers least.
 */
export function placeMarker(room: RowRoom): MarkerSpot {
  const byName = placeByName(room);
  if (byName) return byName;
  const { row, name, small } = room;
  const after = name && smallAfter(room, name);
  if (after) return after;
  const below = row.bottom - row.top > tall ? endOfALine(room) : undefined;
  if (below) return below;
  // Away from the name a low row's middle looks right; in a tall card the name's line is still the best guess.
  const line = lineOf(room, { on: name && row.bottom - row.top > tall ? name : row, width: small });
  const left = row.left - small - smallAir;
  if (line.isFreeOutside(left)) return line.at(left);
  const gap = nearestGap(room, line.band);
  if (gap !== undefined) return line.at(gap);
  if (line.isFreeOutside(row.right + smallAir)) return line.at(row.right + smallAir);
  const [least = row.right - small] = [row.right - small - smallAir, row.left + smallAir]
    .map((start) => Math.max(start, room.bounds.left))
    .toSorted((a, b) => covered(line.band, a, a + small) - covered(line.band, b, b + small));
  return { ...line.at(least), free: false };
}

/** The places beside the name, which need only be known of the cell that it stands in. */
export function placeByName(room: RowRoom): MarkerSpot | undefined {
  const { row, name, cell, width } = room;
  if (!name) return undefined;
  const line = lineOf(room, { on: name, width });
  const end = cell ? Math.min(cell.right, row.right) - inset - width : undefined;
  if (end !== undefined && end > name.right && line.isFree(end, air)) return line.at(end);
  const isInCell = !cell || name.right + air + width <= cell.right;
  return isInCell && line.isFree(name.right + air, air) ? line.at(name.right + air) : undefined;
}

/** Below the others of its column if it can, else in what is left between the name and the next column's text. */
function smallAfter(room: RowRoom, name: Box): MarkerSpot | undefined {
  const { cell, row, small } = room;
  const line = lineOf(room, { on: name, width: small });
  const end = cell ? Math.min(cell.right, row.right) - inset - small : undefined;
  const places = [
    end !== undefined && end >= name.right + air ? end : name.right + air,
    name.right + smallAir,
  ];
  const left = places.find((at) => line.isFree(at, smallAir));
  return left === undefined ? undefined : line.at(left);
}

/** In a card the end of the first line that leaves room: beside the card it would seem to belong to the next one. */
function endOfALine(room: RowRoom): MarkerSpot | undefined {
  const { row, small, taken } = room;
  const left = row.right - inset - small;
  const lines = taken
    .map((on) => lineOf(room, { on, width: small }))
    .filter((line) => line.isFree(left, smallAir));
  const [first] = lines.map((line) => line.at(left)).toSorted((a, b) => a.top - b.top);
  return first;
}

/** One height at which a marker may stand, centred on a line of the row. */
function lineOf(
  { row, bounds, taken, height, isFreeOutside }: RowRoom,
  { on, width }: { readonly on: Box; readonly width: number },
) {
  const top = (on.top + on.bottom - height) / 2;
  const band = taken
    .filter((box) => box.bottom > top + leading && box.top < top + height - leading)
    .toSorted((a, b) => a.left - b.left);
  return {
    band,
    at: (left: number): MarkerSpot => ({ left, top, width, free: true }),
    isFree: (left: number, apart: number): boolean =>
      left >= row.left &&
      left + width <= row.right &&
      covered(band, left - apart + 1, left + width + apart - 1) === 0,
    isFreeOutside: (left: number): boolean =>
      left >= bounds.left &&
      left + width <= bounds.right &&
      isFreeOutside({ left, top, right: left + width, bottom: top + height }),
  };
}

function nearestGap({ row, name, small }: RowRoom, band: readonly Box[]): number | undefined {
  const want = name?.right ?? row.left;
  let start = row.left;
  let best: number | undefined;
  for (const box of [...band, { left: row.right, right: row.right }]) {
    const first = start + smallAir;
    // A row may reach beyond its scroller: what is cut off there is no room.
    const last = Math.min(box.left - smallAir, row.right) - small;
    if (last >= first) {
      const left = Math.min(Math.max(want + smallAir, first), last);
      if (best === undefined || Math.abs(left - want) < Math.abs(best - want)) best = left;
    }
    start = Math.max(start, box.right);
  }
  return best;
}

function covered(band: readonly Box[], from: number, to: number): number {
  return band.reduce((sum, box) => sum + Math.max(0, Math.min(box.right, to) - Math.max(box.left, from)), 0);
}
