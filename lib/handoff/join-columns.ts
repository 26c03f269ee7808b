import type { Lives } from '../stats/lives';
import { auditShares } from './audit-shares';
import type { Coded } from './coded';
import { eachJourney } from './each-journey';
import { METRICS, type Metric } from './metrics';
import type { PassColumns } from './pass-columns';

type Numbers = Float64Array | Int32Array | Uint8Array;

/**
 * Columns of rows of two others, as if they had been made of the same passes at once.
 *
 * @param origin By row its row in `before`, or -1 minus its row in `fresh`; the rows of each in their order, and by date.
 */
export function joinColumns(before: PassColumns, fresh: PassColumns, origin: Int32Array): PassColumns {
  const size = origin.length;
  const joined = <Column extends Numbers>(old: Column, added: Column): Column => {
    // A column's own type.
    const out = new (old.constructor as new (size: number) => Column)(size);
    for (let row = 0; row < size; row += 1) {
      const from = origin[row] ?? 0;
      out[row] = (from >= 0 ? old[from] : added[-1 - from]) ?? 0;
    }
    return out;
  };
  const named = (column: 'from' | 'to' | 'pair' | 'source' | 'reason' | 'wonIn'): Coded => {
    const [old, added] = [before[column], fresh[column]];
    const { names, codes } = recoded(
      [...old.names, ...added.names],
      [joined(old.codes, shifted(added.codes, old.names.length))],
    );
    return { names, codes: codes[0] ?? new Int32Array(size) };
  };
  const audits = {
    yes: joined(before.audits.yes, fresh.audits.yes),
    no: joined(before.audits.no, fresh.audits.no),
  };
  const told = Object.fromEntries(
    METRICS.map((metric) => [metric, joined(before.scores[metric], fresh.scores[metric])]),
  ) as Record<Metric, Float64Array>; // each once
  const rows = rowsOf(before.size, fresh.size, origin);
  return {
    size,
    byDate: Int32Array.from(origin.keys()),
    passedAt: joined(before.passedAt, fresh.passedAt),
    from: named('from'),
    to: named('to'),
    pair: named('pair'),
    teams: teamsOf(before, fresh, joined),
    source: named('source'),
    kind: joined(before.kind, fresh.kind),
    isAcceptedByEvent: joined(before.isAcceptedByEvent, fresh.isAcceptedByEvent),
    isOpen: joined(before.isOpen, fresh.isOpen),
    reason: named('reason'),
    wonIn: named('wonIn'),
    wonMinor: joined(before.wonMinor, fresh.wonMinor),
    audits,
    scores: { ...told, auditPass: auditShares(audits) },
    journeys: eachJourney((journey) => {
      const [old, added] = [before.journeys[journey], fresh.journeys[journey]];
      const times = joined(old.times, added.times);
      return {
        times,
        causes: joined(old.causes, added.causes),
        order: merged(inRows(old, rows.ofOld), inRows(added, rows.ofFresh), times),
      };
    }),
  };
}

function shifted(codes: Int32Array, by: number): Int32Array {
  return codes.map((code) => (code < 0 ? -1 : code + by));
}

/** The same names as codes in the order of those that occur: some may be there twice, and some no more. */
function recoded(
  all: readonly string[],
  columns: readonly Int32Array[],
): { readonly names: readonly string[]; readonly codes: readonly Int32Array[] } {
  const isUsed = new Uint8Array(all.length);
  for (const column of columns) for (const code of column) if (code >= 0) isUsed[code] = 1;
  const names = [...new Set(all.filter((_, code) => isUsed[code] === 1))].toSorted();
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = Int32Array.from(all, (name) => places.get(name) ?? -1);
  return { names, codes: columns.map((column) => column.map((code) => placeOf[code] ?? -1)) };
}

/** As many columns as a row has teams at most. */
function teamsOf(
  { teams: old, size }: PassColumns,
  { teams: added, size: addedSize }: PassColumns,
  joined: (old: Int32Array, added: Int32Array) => Int32Array,
): PassColumns['teams'] {
  const none = (rows: number) => new Int32Array(rows).fill(-1);
  const columns = Array.from({ length: Math.max(old.codes.length, added.codes.length) }, (_, nth) =>
    joined(old.codes[nth] ?? none(size), shifted(added.codes[nth] ?? none(addedSize), old.names.length)),
  );
  const { names, codes } = recoded([...old.names, ...added.names], columns);
  return { names, codes: codes.filter((column) => column.some((code) => code >= 0)) };
}

/** By row of each of the two the row that it has become; -1: it is no more. */
function rowsOf(size: number, freshSize: number, origin: Int32Array) {
  const [ofOld, ofFresh] = [new Int32Array(size).fill(-1), new Int32Array(freshSize).fill(-1)];
  for (let row = 0; row < origin.length; row += 1) {
    const from = origin[row] ?? 0;
    if (from >= 0) ofOld[from] = row;
    else ofFresh[-1 - from] = row;
  }
  return { ofOld, ofFresh };
}

/** The rows that lives are in now, in the order of their times. */
function inRows({ order }: Lives, rows: Int32Array): Int32Array {
  const inOrder = new Int32Array(order.length);
  let size = 0;
  for (let at = 0; at < order.length; at += 1) {
    const row = rows[order[at] ?? -1] ?? -1;
    if (row >= 0) inOrder[size++] = row;
  }
  return inOrder.subarray(0, size);
}

/** By time, of equal times by row. */
function merged(some: Int32Array, others: Int32Array, times: Float64Array): Int32Array {
  const order = new Int32Array(some.length + others.length);
  let [a, b] = [0, 0];
  for (let at = 0; at < order.length; at += 1) {
    const [one, other] = [some[a] ?? -1, others[b] ?? -1];
    const apart = (times[one] ?? Infinity) - (times[other] ?? Infinity);
    const isOne = other < 0 || (one >= 0 && (apart < 0 || (!(apart > 0) && one < other)));
    order[at] = isOne ? one : other;
    if (isOne) a += 1;
    else b += 1;
  }
  return order;
}
