import type { DealChange } from '../deal';
import { sidesOf } from '../sides-of';
import type { SeenThen } from './contradicts';

/** What stored changes say of a field: what it was until then, and from then on. */
export function seenIn(rows: readonly DealChange[]): SeenThen[] {
  return rows.flatMap((row) => {
    const { from, to } = sidesOf(row);
    return [
      { side: from, at: row.notBefore },
      { side: to, at: row.at },
    ];
  });
}
