import { eachJourney } from './each-journey';
import type { Part } from './part';
import type { PassColumns } from './pass-columns';

/** The rows that are marked with 1. */
export function partOf(columns: PassColumns, isIn: Uint8Array): Part {
  const size = isIn.reduce((sum, one) => sum + one, 0);
  const marked = (order: Int32Array): Int32Array => {
    const rows = new Int32Array(size);
    let next = 0;
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] ?? 0;
      if (isIn[row] === 1) rows[next++] = row;
    }
    return rows;
  };
  return {
    columns,
    rows: marked(columns.byDate),
    orders: eachJourney((journey) => marked(columns.journeys[journey].order)),
    from: 0,
    to: size,
  };
}
