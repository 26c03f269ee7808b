import { JOURNEYS, type Journey, type PassColumns } from './pass-columns';

/** Some of the passes: rows of the columns, from one place of each list to another, outside of it. */
export interface Part {
  readonly columns: PassColumns;
  /** By date. */
  readonly rows: Int32Array;
  /** The same rows in the order of each journey's times. */
  readonly orders: Readonly<Record<Journey, Int32Array>>;
  readonly from: number;
  readonly to: number;
}

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

/** Every row. */
export function wholeOf(columns: PassColumns): Part {
  return partOf(columns, new Uint8Array(columns.size).fill(1));
}

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

function eachJourney<T>(of: (journey: Journey) => T): Readonly<Record<Journey, T>> {
  return Object.fromEntries(JOURNEYS.map((journey) => [journey, of(journey)])) as Record<Journey, T>; // each once
}
