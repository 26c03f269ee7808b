import type { Row } from './row';

/** Rows are looked at from this far outside the window on, so that none comes in unnoticed. */
const ahead = 200;
/** The browser computes every watched element in every frame: beyond this many, one row stands for its neighbours. */
const mostWatched = 250;

export interface RowWatch {
  /** Watches these rows, in the order in which the page shows them. */
  readonly set: (rows: readonly Row[]) => void;
}

/** Tells which rows are in the window or not far from it; nothing is asked of the others. */
export function createRowWatch(signal: AbortSignal, onNear: (row: Row, isNear: boolean) => void): RowWatch {
  /** Rows by the anchor that is watched for them. */
  let groups = new Map<Element, readonly Row[]>();
  const scrollMargin = { scrollMargin: `${ahead}px` }; // Newer than TypeScript's DOM types.
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        for (const row of groups.get(target) ?? []) onNear(row, isIntersecting);
      }
    },
    { rootMargin: `${ahead}px`, ...scrollMargin },
  );
  signal.addEventListener('abort', () => sight.disconnect());

  return {
    set: (rows) => {
      const before = groups;
      groups = groupsOf(rows);
      for (const anchor of before.keys()) if (!groups.has(anchor)) sight.unobserve(anchor);
      for (const [anchor, group] of groups) {
        if (before.get(anchor)?.length === group.length) {
          for (const row of group) onNear(row, group[0]?.isNear ?? false);
          continue;
        }
        sight.unobserve(anchor);
        sight.observe(anchor); // Asks anew, for the rows that have joined the group.
      }
    },
  };
}

function groupsOf(rows: readonly Row[]): Map<Element, readonly Row[]> {
  const size = Math.max(1, Math.ceil(rows.length / mostWatched));
  const groups = new Map<Element, readonly Row[]>();
  for (let n = 0; n < rows.length; n += size) {
    const group = rows.slice(n, n + size);
    const [first] = group;
    if (first) groups.set(first.anchor, group);
  }
  return groups;
}
