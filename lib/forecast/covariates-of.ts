import { type Book, NEVER } from './book';
import { lastBefore } from './last-before';

/** One trait of an open deal, in a few classes. */
export interface Covariate {
  readonly name: CovariateName;
  readonly classes: number;
  /** Class of a deal as known at the start of day `until`; -1 where it is not known. */
  readonly classOf: (deal: number, until: number) => number;
}

export type CovariateName =
  | 'product'
  | 'source'
  | 'region'
  | 'team'
  | 'amount'
  | 'moves'
  | 'returns'
  | 'idle'
  | 'closeDate'
  | 'slips';

/** Bands of equally many amounts. Cost 0.02 / 0.00 / 0.00 (see `Tuning`). */
const AMOUNT_BANDS = 5;
/** Amounts that the bands are taken from. Cost 0.00 / 0.00 / 0.00. */
const MOST_AMOUNTS = 4000;
/**
 * Days without any change from which the next class begins. Cost 0.00 / 0.00 / 0.00; generated companies are 30.1 / 30.1 /
 * 30.2 % off with half, these and twice as many days.
 */
const IDLE = [7, 14, 30, 60] as const;
/** Moves, likewise. Cost 0.00 / 0.00 / 0.00; generated companies 30.2 / 30.1 / 30.1 %. */
const MOVES = [1, 2, 4, 7] as const;
/** Returns, likewise. Cost 0.00 / 0.00 / 0.00; generated companies 30.1 / 30.1 / 30.1 %. */
const RETURNS = [1, 2] as const;
/** Slips of the close date, likewise. Not measured: no set has changes of close dates on record. */
const SLIPS = [1, 2, 4] as const;
/** A close date within so many days is near. Not measured either. */
const NEAR_DAYS = 31;

/**
 * Traits that may raise or lower a deal's chance beside its stage and age. Whoever owns it is none: owners of closed
 * deals are those who closed them. Traits of which a book knows nothing are left out.
 */
export function covariatesOf(book: Book): readonly Covariate[] {
  const { stayStart, stayFrom, stayStage, changeStart, changeDay, closeDates } = book;
  const segments = book.segments.map(({ name, codes, size }): Covariate => {
    return { name: name as CovariateName, classes: size, classOf: (deal) => codes[deal] ?? -1 };
  });
  const stayAt = (deal: number, until: number): number =>
    lastBefore(stayFrom, { from: stayStart[deal] ?? 0, end: stayStart[deal + 1] ?? 0, until });
  const traits: Covariate[] = [...segments, amountBands(book)];
  if (stayFrom.length > book.created.length) {
    traits.push(
      {
        name: 'moves',
        classes: MOVES.length + 1,
        classOf: (deal, until) => classIn(stayAt(deal, until) - (stayStart[deal] ?? 0), MOVES),
      },
      {
        name: 'returns',
        classes: RETURNS.length + 1,
        classOf: (deal, until) => {
          const last = stayAt(deal, until);
          let returns = 0;
          for (let at = (stayStart[deal] ?? 0) + 1; at <= last; at += 1)
            if ((stayStage[at] ?? 0) < (stayStage[at - 1] ?? 0)) returns += 1;
          return classIn(returns, RETURNS);
        },
      },
    );
  }
  if (changeDay.length > 0) {
    traits.push({
      name: 'idle',
      classes: IDLE.length + 1,
      classOf: (deal, until) => {
        const from = changeStart[deal] ?? 0;
        const at = lastBefore(changeDay, { from, end: changeStart[deal + 1] ?? 0, until });
        const last = at < from ? (book.created[deal] ?? 0) : (changeDay[at] ?? 0);
        return classIn(until - last, IDLE);
      },
    });
  }
  if (closeDates.day.length > 0) {
    const dateAt = (deal: number, until: number): number =>
      lastBefore(closeDates.from, {
        from: closeDates.start[deal] ?? 0,
        end: closeDates.start[deal + 1] ?? 0,
        until,
      });
    traits.push(
      {
        name: 'closeDate',
        classes: 4,
        classOf: (deal, until) => {
          const day = closeDates.day[dateAt(deal, until)] ?? NEVER;
          return day === NEVER ? 3 : day < until ? 2 : day < until + NEAR_DAYS ? 0 : 1;
        },
      },
      {
        name: 'slips',
        classes: SLIPS.length + 1,
        classOf: (deal, until) => {
          const last = dateAt(deal, until);
          let slips = 0;
          for (let at = (closeDates.start[deal] ?? 0) + 1; at <= last; at += 1)
            if ((closeDates.day[at] ?? 0) > (closeDates.day[at - 1] ?? 0)) slips += 1;
          return classIn(slips, SLIPS);
        },
      },
    );
  }
  return traits;
}

function classIn(value: number, starts: readonly number[]): number {
  let at = 0;
  while (at < starts.length && value >= (starts[at] ?? 0)) at += 1;
  return at;
}

/** Fifths of the amounts that are known. */
function amountBands({ amount }: Book): Covariate {
  // Some thousands of them are enough for fifths.
  const step = Math.max(1, Math.floor(amount.length / MOST_AMOUNTS));
  const known = amount.filter((one, at) => at % step === 0 && !Number.isNaN(one)).sort();
  const limits = Array.from(
    { length: AMOUNT_BANDS - 1 },
    (_, at) => known[Math.floor(((at + 1) * known.length) / AMOUNT_BANDS)] ?? Infinity,
  );
  return {
    name: 'amount',
    classes: AMOUNT_BANDS,
    classOf: (deal) => {
      const one = amount[deal] ?? NaN;
      return Number.isNaN(one) ? -1 : classIn(one, limits);
    },
  };
}
