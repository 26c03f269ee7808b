import { type Book, NEVER, OPEN, type Segment, WON } from '../book';
import { lists } from '../lists';
import { namedStages } from '../named-stages';
import { poolStages } from '../pool-stages';
import type { FieldSteps, Past } from './past';
import { placeAt } from './place-at';
import { valueAt } from './value-at';

interface Cut {
  readonly asOf: number;
  /** Closings before this day are missing; absent: since the first creation none is. */
  readonly dataStart?: number | undefined;
}

/** What was known of a scope at the beginning of a day. */
export interface BookAt {
  readonly book: Book;
  /** Row of the past of each row of the book. */
  readonly rows: Int32Array;
}

/** Stands for a stage of which nothing was known. */
const NO_STAGE = '';

/**
 * The book that could have been made at 00:00 UTC of an earlier day, had the CRM been read to its end that day: it is
 * `makeBook` of that day's request. Nothing that happened on the day or later is in it: a deal that closed later is open,
 * one that was created later or had left the scope is not there, one that was deleted later still is; stages, amounts and
 * close dates are those of the time, and where only a later sight tells of them, they are not known.
 *
 * Product, source, region and team have no history: they are taken as they are now.
 */
export function bookAt(past: Past, { asOf, dataStart }: Cut): BookAt {
  const rows = rowsAt(past, asOf);
  const count = rows.length;
  const created = Int32Array.from(rows, (row) => past.created[row] ?? 0);
  const closed = new Int32Array(count).fill(NEVER);
  const outcome = new Uint8Array(count);
  const amount = new Float64Array(count).fill(NaN);
  const value = new Float64Array(count);
  const seen = new Int32Array(count).fill(NEVER);
  const [stays, changes, dates] = [lists(2), lists(1), lists(2)];
  const stageCodes = new Set<number>();
  let [hasPath, isDateWatched] = [false, false];
  let first = asOf;

  for (let at = 0; at < count; at += 1) {
    const row = rows[at] ?? 0;
    const born = created[at] ?? 0;
    first = Math.min(first, born);
    const turn = placeAt(past.outcomes, row, asOf);
    const what = past.outcomes.value[turn] ?? OPEN;
    outcome[at] = what;
    if (what !== OPEN) closed[at] = Math.max(born, past.outcomes.from[turn] ?? born);
    const isClosed = what !== OPEN;
    // A CRM states what a closed deal has, whenever it is read for the first time.
    const worth =
      (isClosed ? past.amounts.value[placeAt(past.amounts, row, asOf)] : valueAt(past.amounts, row, asOf)) ??
      NaN;
    amount[at] = Math.max(0, worth);
    if (what === WON) value[at] = wonValueAt(past, row, { asOf, turn, worth });
    const lastSeen = past.lastSeen[row] ?? NEVER;
    if (!isClosed && lastSeen + 1 < asOf) seen[at] = Math.max(lastSeen + 1, born + 1);
    hasPath ||= (past.firstMove[row] ?? NEVER) < asOf;
    for (const [code, from] of staysAt(past, row, { asOf, born, end: Math.min(closed[at] ?? NEVER, asOf) })) {
      stageCodes.add(code);
      stays.put(code, from);
    }
    stays.close();
    for (let nth = past.changes.start[row] ?? 0; nth < (past.changes.start[row + 1] ?? 0); nth += 1)
      if ((past.changes.from[nth] ?? NEVER) < asOf) changes.put(past.changes.from[nth] ?? 0);
    changes.close();
    isDateWatched = putDates(dates, past.closeDates, { row, asOf, born, isClosed }) || isDateWatched;
    dates.close();
  }

  const order = Array.from({ length: count }, (_, row) => row);
  const named = stagesOf(past, stageCodes);
  const [stayStart, stayStage = [], stayFrom = []] = stays.inOrder(order);
  const [changeStart, changeDay = []] = changes.inOrder(order);
  const [dateStart, dateFrom = [], dateDay = []] = isDateWatched
    ? dates.inOrder(order)
    : [new Int32Array(count + 1)];
  const book: Book = {
    asOf,
    dataStart: Math.min(asOf, dataStart ?? first),
    stages: named.stages,
    stageProbability: named.stageProbability,
    ids: Array.from(rows, (row) => past.ids[row] ?? ''),
    created,
    isFirstSight: Uint8Array.from(rows, (row) => past.isFirstSight[row] ?? 0),
    closed,
    outcome,
    amount,
    value,
    seen,
    stayStart,
    stayStage: Int32Array.from(stayStage, named.placeOf),
    stayFrom: Int32Array.from(stayFrom),
    changeStart,
    changeDay: Int32Array.from(changeDay),
    closeDates: { start: dateStart, from: Int32Array.from(dateFrom), day: Int32Array.from(dateDay) },
    stageFactor: new Float64Array(count).fill(1),
    segments: past.segments.map((segment) => segmentAt(segment, rows)).filter(({ size }) => size > 1),
    oddities: {},
  };
  return { book: poolStages(book, hasPath), rows };
}

/** Deals that were there, and of the scope. */
function rowsAt({ created, removed, owned }: Past, asOf: number): Int32Array {
  const rows = Int32Array.from(created, (_, row) => row);
  return rows.filter(
    (row) =>
      (created[row] ?? NEVER) < asOf &&
      (removed[row] ?? NEVER) >= asOf &&
      owned.value[placeAt(owned, row, asOf)] === 1,
  );
}

/** A win that was taken back brought what the deal's amount was. */
function wonValueAt(
  { outcomes, wonValues }: Past,
  row: number,
  { asOf, turn, worth }: { readonly asOf: number; readonly turn: number; readonly worth: number },
): number {
  const isLast = turn === (outcomes.start[row + 1] ?? 0) - 1;
  const isKnown = (wonValues.start[row + 1] ?? 0) > (wonValues.start[row] ?? 0);
  return (isLast && isKnown ? wonValues.value[placeAt(wonValues, row, asOf)] : worth) || 0;
}

interface Life {
  readonly asOf: number;
  readonly born: number;
  /** Day of the closing, or of the forecast. */
  readonly end: number;
}

/** The stages that a deal was in, as `staysOf` tells them; -1 for one that is not known. */
function staysAt(
  { stages, firstMove, stageSince }: Past,
  row: number,
  { asOf, born, end }: Life,
): readonly (readonly [code: number, from: number])[] {
  const start = stages.start[row] ?? 0;
  const present = stages.value[start] ?? -1;
  if ((firstMove[row] ?? NEVER) === NEVER) {
    const isClosed = end < asOf;
    const since = stageSince[row] ?? NEVER;
    if (isClosed) return [[present, born]];
    if (since < asOf) return [[present, since >= end ? born : Math.max(since, born)]];
    return [[(stages.knownFrom[row] ?? NEVER) < asOf ? present : -1, born]];
  }
  if ((stages.knownFrom[row] ?? NEVER) >= asOf && end >= asOf) return [[-1, born]];
  const stays: (readonly [number, number])[] = [];
  for (let at = start; at < (stages.start[row + 1] ?? 0); at += 1) {
    const from = stages.from[at] ?? 0;
    if (at > start && (from >= end || from >= asOf)) break;
    const code = stages.value[at] ?? -1;
    if (stays.at(-1)?.[0] !== code) stays.push([code, from]);
  }
  return stays;
}

interface DateAt {
  readonly row: number;
  readonly asOf: number;
  readonly born: number;
  readonly isClosed: boolean;
}

/** @returns Whether a change of the date was known. */
function putDates(
  dates: ReturnType<typeof lists>,
  { start, from, value, knownFrom }: FieldSteps,
  { row, asOf, born, isClosed }: DateAt,
): boolean {
  const first = start[row] ?? 0;
  const isKnown = isClosed || (knownFrom[row] ?? NEVER) < asOf;
  dates.put(born, isKnown ? (value[first] ?? NEVER) : NEVER);
  let isChanged = false;
  for (let at = first + 1; at < (start[row + 1] ?? 0) && (from[at] ?? NEVER) < asOf; at += 1) {
    isChanged = true;
    dates.put(Math.max(from[at] ?? 0, born), value[at] ?? NEVER);
  }
  return isChanged;
}

/** Configured stages, then others that had been met by then: a later one changes nothing. */
function stagesOf({ configured, stages }: Past, met: ReadonlySet<number>) {
  const nameOf = (code: number): string => (code < 0 ? NO_STAGE : (stages.names[code] ?? NO_STAGE));
  const named = namedStages(configured, [...met].map(nameOf));
  const place = new Map(named.stages.map((name, at) => [name, at]));
  return { ...named, placeOf: (code: number) => place.get(nameOf(code)) ?? 0 };
}

/** Codes in the order of the names that were there by then. */
function segmentAt({ name, names, codes }: Past['segments'][number], rows: Int32Array): Segment {
  const own = Int32Array.from(rows, (row) => codes[row] ?? -1);
  const used = [...new Set(own)].filter((code) => code >= 0);
  used.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const place = new Map(used.map((code, at) => [code, at]));
  return { name, codes: own.map((code) => place.get(code) ?? -1), size: used.length };
}
