import { compareInstants } from '../calendar/compare-instants';
import type { DealChange } from './deal';

type Step = Pick<DealChange, 'from' | 'to' | 'units' | 'at' | 'notBefore'>;

/**
 * The first of the given changes of one field: undoing all of them leads back to its `from`. Their order in the list
 * does not matter. Changes of one instant (histories of whole seconds have them) are a chain whose first link is the
 * one that no other leads to; where they lead round in a circle, nothing had changed, and the next ones count.
 *
 * @returns `undefined` where nothing is to be undone.
 * @example firstChange([{ from: 'B', to: 'C', at: later, ... }, { from: 'A', to: 'B', at, ... }])?.from // 'A'
 */
export function firstChange<Change extends Step>(changes: readonly Change[]): Change | undefined {
  const earliest = changes.reduce<Change | undefined>(
    (first, change) => (first === undefined || compareInstants(change.at, first.at) < 0 ? change : first),
    undefined,
  );
  if (earliest === undefined) return undefined;
  const together = changes.filter(({ at }) => compareInstants(at, earliest.at) === 0);
  if (together.length === 1) return earliest;
  return chainStarts(together)[0] ?? firstChange(changes.filter((change) => !together.includes(change)));
}

/** Changes that no other of the same instant leads to; of several the one that may have come first, first. */
function chainStarts<Change extends Step>(changes: readonly Change[]): readonly Change[] {
  const reached = changes.map(({ to, units }) => nameOf(to, units?.to));
  const starts = changes.filter(({ from, units }) => {
    const nth = reached.indexOf(nameOf(from, units?.from));
    if (nth === -1) return true;
    reached.splice(nth, 1);
    return false;
  });
  return starts.toSorted(
    (a, b) => compareInstants(a.notBefore, b.notBefore) || (String(a.from) < String(b.from) ? -1 : 1),
  );
}

function nameOf(value: Step['from'], unit: unknown): string {
  return JSON.stringify([value, unit ?? {}]);
}
