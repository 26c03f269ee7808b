import { compareInstants } from '../calendar/compare-instants';
import type { ChangeValue, DealChange } from './deal';

type Step = Pick<DealChange, 'from' | 'to' | 'at' | 'notBefore'>;

/**
 * The value that one field had before all of the given changes, which are undone from the last to the first.
 * Their order in the list does not matter. Changes of one instant (histories of whole seconds have them) are a chain
 * whose first link is the one that no other leads to; where they lead round in a circle, nothing had changed.
 *
 * @param value What the field is after all of them.
 * @example valueBefore([{ from: 'A', to: 'B', at, notBefore: at }], 'B') // 'A'
 */
export function valueBefore<Value>(steps: readonly Step[], value: Value): Value | ChangeValue {
  const earliest = steps.reduce<Step | undefined>(
    (first, step) => (first === undefined || compareInstants(step.at, first.at) < 0 ? step : first),
    undefined,
  );
  if (earliest === undefined) return value;
  const together = steps.filter(({ at }) => compareInstants(at, earliest.at) === 0);
  if (together.length === 1) return earliest.from;
  const starts = chainStarts(together);
  if (starts[0] !== undefined) return starts[0].from;
  return valueBefore(
    steps.filter((step) => !together.includes(step)),
    value,
  );
}

/** Steps that no other step of the same instant leads to; of several the one that may have come first, first. */
function chainStarts(steps: readonly Step[]): readonly Step[] {
  const reached = steps.map(({ to }) => to);
  const starts = steps.filter(({ from }) => {
    const nth = reached.indexOf(from);
    if (nth === -1) return true;
    reached.splice(nth, 1);
    return false;
  });
  return starts.toSorted(
    (a, b) => compareInstants(a.notBefore, b.notBefore) || (String(a.from) < String(b.from) ? -1 : 1),
  );
}
