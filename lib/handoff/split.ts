import { eachJourney } from './each-journey';
import type { Part } from './part';

/**
 * A part by groups. Each list is gone through once and dealt out, so that no group has to be
 * sorted: what is in order before is so in each group.
 *
 * @param keys By row the place of its group, -1 for none; of several columns a row is in a group of each.
 * @param groups How many there are.
 */
export function split(part: Part, keys: readonly Int32Array[], groups: number): readonly Part[] {
  const { columns, rows, orders } = part;
  const starts = startsOf(part, keys, groups);
  const dealt = (order: Int32Array): Int32Array => {
    const out = new Int32Array(starts[groups] ?? 0);
    const next = starts.slice();
    for (let at = part.from; at < part.to; at += 1) {
      const row = order[at] ?? 0;
      for (const key of keys) {
        const group = key[row] ?? -1;
        if (group < 0) continue;
        const place = next[group] ?? 0;
        out[place] = row;
        next[group] = place + 1;
      }
    }
    return out;
  };
  const own = { columns, rows: dealt(rows), orders: eachJourney((journey) => dealt(orders[journey])) };
  return Array.from({ length: groups }, (_, group) => ({
    ...own,
    from: starts[group] ?? 0,
    to: starts[group + 1] ?? 0,
  }));
}

/** Where each group begins, and the last one ends. */
function startsOf({ rows, from, to }: Part, keys: readonly Int32Array[], groups: number): Int32Array {
  const starts = new Int32Array(groups + 1);
  for (let at = from; at < to; at += 1)
    for (const key of keys) {
      const group = key[rows[at] ?? 0] ?? -1;
      if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
    }
  for (let group = 0; group < groups; group += 1)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  return starts;
}
