import type { Part } from './part';
import type { Journey } from './pass-columns';

/** How long the pass was watched that was watched longest; 0 of none. */
export function endOf({ columns, orders, from, to }: Part, journey: Journey): number {
  const last = orders[journey][to - 1];
  return to === from || last === undefined ? 0 : (columns.journeys[journey].times[last] ?? 0);
}
