import type { Row } from './row';

/** Tab reaches one marker of the page; arrow keys, Home and End lead from there to the others. */
export interface TabStop {
  /** Chooses another row where the one that had the stop is no longer shown. */
  readonly keep: () => void;
  readonly move: (from: Row, step: 'next' | 'previous' | 'first' | 'last') => void;
}

/** `shown`: the rows whose markers can be seen, from above downwards. */
export function createTabStop(shown: () => readonly Row[]): TabStop {
  let stop: Row | undefined;
  const give = (row: Row | undefined): void => {
    stop?.marker?.setTabStop(false);
    stop = row;
    row?.marker?.setTabStop(true);
  };
  return {
    keep: () => {
      if (stop?.shownAt === undefined || !stop.marker) give(shown()[0]);
    },
    move: (from, step) => {
      const order = shown();
      const at = order.indexOf(from);
      const to = { next: at + 1, previous: Math.max(at - 1, 0), first: 0, last: order.length - 1 }[step];
      const row = order[to];
      if (!row) return;
      give(row);
      row.marker?.focus();
    },
  };
}
