import type { Row } from './row';

/** Rows are looked at from this far outside the window on, so that none comes in unnoticed. */
const ahead = 200;
/** The browser computes every watched element in every frame: beyond this many, two rows stand for those between. */
const mostWatched = 250;

export interface RowWatch {
  /** Watches these rows, in the order in which the page shows them. */
  readonly set: (rows: readonly Row[]) => void;
}

/** A list this short is near as a whole, and costs the page's frames nothing: virtual lists draw no more. */
const fewest = 64;

/** Rows one after the other, near as soon as its first or its last one is. */
interface Group {
  readonly rows: readonly Row[];
  readonly ends: readonly Element[];
}

/** Tells which rows are in the window or not far from it; nothing is asked of the others. */
export function createRowWatch(signal: AbortSignal, onNear: (row: Row, isNear: boolean) => void): RowWatch {
  /** By the anchors that are watched for them. */
  let groups = new Map<Element, Group>();
  const inSight = new Set<Element>();
  const tell = ({ rows, ends }: Group): void => {
    const isNear = ends.some((end) => inSight.has(end));
    for (const row of rows) onNear(row, isNear);
  };
  const scrollMargin = { scrollMargin: `${ahead}px` }; // Newer than TypeScript's DOM types.
  const sight = new IntersectionObserver(
    (entries) => {
      const changed = new Set<Group>();
      for (const { target, isIntersecting } of entries) {
        const group = groups.get(target);
        if (group === undefined) continue;
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
        changed.add(group);
      }
      for (const group of changed) tell(group);
    },
    { rootMargin: `${ahead}px`, ...scrollMargin },
  );
  signal.addEventListener('abort', () => sight.disconnect());

  return {
    set: (rows) => {
      const before = groups;
      groups = rows.length > fewest ? groupsOf(rows) : new Map();
      for (const anchor of before.keys()) {
        if (groups.has(anchor)) continue;
        sight.unobserve(anchor);
        inSight.delete(anchor);
      }
      for (const group of new Set(groups.values())) {
        const unknown = group.ends.filter((end) => !before.has(end));
        for (const end of unknown) sight.observe(end);
        if (unknown.length === 0) tell(group);
      }
      if (groups.size === 0) for (const row of rows) onNear(row, true);
    },
  };
}

function groupsOf(rows: readonly Row[]): Map<Element, Group> {
  const size = rows.length <= mostWatched ? 1 : Math.ceil((2 * rows.length) / mostWatched);
  const groups = new Map<Element, Group>();
  for (let n = 0; n < rows.length; n += size) {
    const members = rows.slice(n, n + size);
    const ends = [members[0], members.at(-1)].flatMap((row) => row?.anchor ?? []);
    const group = { rows: members, ends: [...new Set(ends)] };
    for (const end of group.ends) groups.set(end, group);
  }
  return groups;
}
