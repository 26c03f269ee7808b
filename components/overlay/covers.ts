import type { Box } from './box';
import { isCovered } from './covered';
import type { Row } from './row';

/** Where a row's marker would stand now. */
export interface Standing {
  readonly box: Box;
  readonly place: Box;
  /** The window that the row is seen through. */
  readonly clip: Box;
}

/** Knows what of the page lies over rows: sticky headers, dialogs, menus. */
export interface Covers {
  /** Whether a row's place is covered, as far as is known; the page is asked where it is not known and there is time. */
  readonly isOver: (row: Row, at: Standing) => boolean;
  /** What is known may be wrong: row by row it is asked again. */
  readonly doubt: () => void;
  /** The same for a few rows, in turn: if one of them proves it wrong, all are asked. */
  readonly sample: (rows: readonly Row[]) => void;
  /** Begins a frame; where the page itself has drawn or scrolled, hardly anything is asked: its own work comes first. */
  readonly nextFrame: (isCalm: boolean) => void;
  /** Whether rows are left that have not been asked for want of time. */
  readonly hasMore: () => boolean;
}

/** Asking costs up to half a millisecond on a long table. */
const askedAtOnce = 3;
const askedWhenBusy = 1;
const sampledAtOnce = 3;
/** On a page that is never calm it is asked this often all the same. */
const patienceMs = 300;
const passEveryMs = 500;
/** Headers and footers cover what is no farther from a scroller's edge than this. */
const farthest = 300;
/** What is no farther from where something covers them may have slid under it. */
const oneRow = 64;

/** How deep something covers the rows at one edge: up to here they are covered, and from there on they are free. */
interface Edge {
  covered: number;
  free: number;
}

export function createCovers(layer: Element): Covers {
  const edges: Record<'above' | 'below', Edge> = { above: unknown(), below: unknown() };
  let pass = 1;
  let passAt = -passEveryMs;
  let isDoubted = false;
  let askedAt = 0;
  let left = 0;
  let isBusy = false;
  let isLeft = false;
  let sampled = 0;

  const ask = (row: Row, { box, place }: Standing, edge: 'above' | 'below' | 'middle'): boolean => {
    left -= 1;
    askedAt = performance.now();
    return isCovered(row.anchor, { row: box, marker: place, edge, layer });
  };

  /** `undefined` where the edge does not tell. */
  const atEdge = (row: Row, at: Standing): boolean | undefined => {
    const deep = { above: at.place.bottom - at.clip.top, below: at.clip.bottom - at.place.top };
    const side = deep.above < deep.below ? 'above' : 'below';
    const [depth, edge] = [deep[side], edges[side]];
    if (depth > farthest || depth >= Math.min(edge.free, edge.covered + oneRow)) return undefined;
    if (depth <= edge.covered) return true;
    if (left <= 0) {
      isLeft = true;
      return row.isCovered ?? false;
    }
    const isOver = ask(row, at, side);
    if (isOver) edge.covered = depth;
    else edge.free = depth;
    return isOver ? true : undefined;
  };

  const newPass = (): void => {
    pass += 1;
    passAt = performance.now();
    isDoubted = false;
    edges.above = unknown();
    edges.below = unknown();
  };

  return {
    isOver: (row, at) => {
      const known = atEdge(row, at);
      if (known !== undefined) return (row.isCovered = known);
      if (row.askedIn === pass) return row.isCovered ?? false;
      if (left <= 0 || isBusy) {
        isLeft = true;
        return row.isCovered ?? false;
      }
      const isOver = ask(row, at, 'middle');
      if (row.askedIn === 'sample' && isOver !== row.isCovered) isDoubted = true;
      row.askedIn = pass;
      return (row.isCovered = isOver);
    },
    doubt: () => {
      isDoubted = true;
    },
    sample: (rows) => {
      for (let n = 0; n < Math.min(sampledAtOnce, rows.length); n += 1) {
        const row = rows[(sampled + n * 7) % rows.length];
        if (row?.askedIn === pass) row.askedIn = 'sample';
      }
      sampled += 1;
    },
    nextFrame: (isCalm) => {
      const now = performance.now();
      if (isDoubted && now - passAt > passEveryMs) newPass();
      isBusy = !isCalm && now - askedAt < patienceMs;
      left = isBusy ? askedWhenBusy : askedAtOnce;
      isLeft = false;
    },
    hasMore: () => isLeft,
  };
}

function unknown(): Edge {
  return { covered: 0, free: Infinity };
}
