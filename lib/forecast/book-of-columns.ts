import { type Book, NEVER, OPEN, type Segment, WON } from './book';
import { poolStages } from './pool-stages';

/** Deals in columns, one row each, as a store keeps them. Days are numbers since 1970-01-01. */
export interface DealColumns {
  readonly created: Int32Array;
  /** NEVER for an open deal. */
  readonly closed: Int32Array;
  /** OPEN, WON or LOST. */
  readonly outcome: Uint8Array;
  /** In any one unit; NaN where nothing is known. */
  readonly amount: Float64Array;
  /** What a won deal brought; the amount where it is NaN. */
  readonly wonValue: Float64Array;
  /** Place of the present stage in `stages`. */
  readonly stage: Int16Array;
  /** Day on which the deal came into it; NEVER where it is not known. */
  readonly stageSince: Int32Array;
  /** First day of which nothing is known of the deal any more; NEVER where it is watched. */
  readonly seen: Int32Array;
}

interface BookOptions {
  readonly asOf: number;
  /** Closings before this day are not in the columns; without it, the first creation. */
  readonly dataStart?: number;
  readonly stages: readonly { readonly id: string; readonly probability: number | null }[];
  readonly segments?: readonly Segment[];
  /** Row by row, where a sentence may name a deal. */
  readonly ids?: readonly string[];
  /** Where moves are known: in the form of {@link Book}. */
  readonly stays?: Pick<Book, 'stayStart' | 'stayStage' | 'stayFrom'>;
}

/**
 * A book from columns, row for row, without an object for each deal. What lies on the day of the forecast or after it is
 * taken as not known: a deal closed later is open, one created later has no part in anything.
 */
export function bookOfColumns(columns: DealColumns, options: BookOptions): Book {
  const { asOf, stages, segments = [] } = options;
  const rows = columns.created.length;
  const { created } = columns;
  const closed = columns.closed.map((day, row) =>
    columns.outcome[row] === OPEN || day >= asOf ? NEVER : Math.max(day, created[row] ?? 0),
  );
  const outcome = columns.outcome.map((one, row) => (closed[row] === NEVER ? OPEN : one));
  const known = (row: number): boolean => (created[row] ?? NEVER) < asOf;
  const amount = columns.amount.map((one, row) => (known(row) && one >= 0 ? one : NaN));
  const first = created.reduce((least, day) => Math.min(least, day), asOf);
  const book: Book = {
    asOf,
    dataStart: Math.min(asOf, options.dataStart ?? first),
    stages: stages.map(({ id }) => id),
    stageProbability: Float64Array.from(stages, ({ probability }) => probability ?? NaN),
    ids: options.ids ?? [],
    created,
    closed,
    outcome,
    amount,
    value: Float64Array.from(outcome, (one, row) => {
      const value = columns.wonValue[row] ?? NaN;
      return one === WON ? Math.max(0, Number.isNaN(value) ? (columns.amount[row] ?? 0) || 0 : value) : 0;
    }),
    seen: columns.seen.map((day, row) =>
      outcome[row] === OPEN && day < asOf ? Math.max(day, (created[row] ?? 0) + 1) : NEVER,
    ),
    ...(options.stays ?? presentStays(columns, outcome, asOf)),
    changeStart: new Int32Array(rows + 1),
    changeDay: new Int32Array(),
    closeDates: { start: new Int32Array(rows + 1), from: new Int32Array(), day: new Int32Array() },
    stageFactor: new Float64Array(rows).fill(1),
    segments,
    oddities: {},
  };
  return poolStages(book, options.stays !== undefined && options.stays.stayFrom.length > rows);
}

/** One stay each: since the stage was entered where that is known of an open deal, else since the creation. */
function presentStays(
  { created, stage, stageSince }: DealColumns,
  outcome: Uint8Array,
  asOf: number,
): Pick<Book, 'stayStart' | 'stayStage' | 'stayFrom'> {
  return {
    stayStart: Int32Array.from({ length: created.length + 1 }, (_, row) => row),
    stayStage: stage,
    stayFrom: created.map((day, row) => {
      const since = stageSince[row] ?? NEVER;
      return outcome[row] === OPEN && since < asOf ? Math.max(since, day) : day;
    }),
  };
}
