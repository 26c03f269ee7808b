import { dayNumber } from '../calendar/day-number';
import { UNDATED } from './basis-of';
import { type Book, LOST, NEVER, OPEN, type Segment, WON } from './book';
import { changeDays } from './change-days';
import { closeDatesOf } from './close-dates-of';
import { codes } from './codes';
import { lists } from './lists';
import { namedStages } from './named-stages';
import { poolStages } from './pool-stages';
import type { DealInput, StageInput } from './request';
import { staysOf } from './stays-of';

/** A book in the making: deals come one by one, and a few numbers are kept of each. */
export interface BookInMaking {
  /** In any order; each id once. */
  readonly add: (deal: DealInput) => void;
  /** May be asked for once. */
  readonly result: () => Book;
}

interface BookOptions {
  /** Number of the day at whose beginning the forecast is made. */
  readonly asOf: number;
  /** Closings before this day are missing; `undefined`: since the first creation none is. */
  readonly dataStart: number | undefined;
  readonly stages: readonly StageInput[];
}

const SEGMENTS = ['product', 'source', 'region', 'team'] as const;

/**
 * Puts deals into columns as they come, so that 100,000 of them can pass through without being there at once. Whatever
 * happened on the day of the forecast or later is left out, so no answer can depend on it: a deal closed later is open, a
 * deal created later is not there. The order in which deals come changes nothing.
 */
export function bookInMaking({ asOf, dataStart, stages }: BookOptions): BookInMaking {
  const oddities: Record<string, number> = {};
  const odd = (what: string): void => void (oddities[what] = (oddities[what] ?? 0) + 1);
  const known = new Set(stages.map(({ id }) => id));
  const ids: string[] = [];
  const [created, firstSights, closed, outcomes, seen]: number[][] = [[], [], [], [], []];
  const [amount, value]: number[][] = [[], []];
  const [stays, changes, dates] = [lists(2), lists(1), lists(2)];
  const stageNames = codes();
  const segments = SEGMENTS.map((name) => ({ name, names: codes(), of: [] as number[] }));
  let [hasPath, isDateWatched] = [false, false];

  function add(deal: DealInput): void {
    const life = lifeOf(deal, asOf, odd);
    if (life === undefined) return;
    ids.push(deal.id);
    created?.push(life.created);
    firstSights?.push(deal.isFirstSight === true ? 1 : 0);
    closed?.push(life.closed);
    outcomes?.push(life.outcome);
    seen?.push(life.seen);
    // A credit note is nothing to win; won, it lowers what is won.
    amount?.push(deal.amount === null ? NaN : Math.max(0, deal.amount));
    value?.push(life.outcome === WON ? (deal.closedAmount ?? deal.amount ?? 0) : 0);
    const own = staysOf(deal, { created: life.created, end: Math.min(life.closed, asOf), asOf });
    if (life.outcome === OPEN && own.some(({ stage }) => !known.has(stage))) odd('an unknown stage');
    for (const { stage, from } of own) stays.put(stageNames.of(stage), from);
    stays.close();
    for (const day of changeDays(deal, asOf)) changes.put(day);
    changes.close();
    for (const { from, day } of closeDatesOf(deal, { created: life.created, asOf }))
      dates.put(from, day ?? NEVER);
    dates.close();
    for (const { name, names, of } of segments) of.push(deal[name] === null ? -1 : names.of(deal[name]));
    hasPath ||= deal.history.some(({ at, field }) => field === 'stage' && (dayNumber(at) ?? asOf) < asOf);
    isDateWatched ||= deal.history.some(({ field }) => field === 'expectedCloseDate');
  }

  function result(): Book {
    const order = Array.from(ids, (_, row) => row).sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
    const sorted = (column: readonly number[] | undefined): Int32Array =>
      Int32Array.from(order, (row) => column?.[row] ?? 0);
    const reals = (column: readonly number[] | undefined): Float64Array =>
      Float64Array.from(order, (row) => column?.[row] ?? NaN);
    const named = namedStages(stages, stageNames.names());
    const place = new Map(named.stages.map((stage, at) => [stage, at]));
    const places = stageNames.names().map((stage) => place.get(stage) ?? 0);
    const [stayStart, stayStage = [], stayFrom = []] = stays.inOrder(order);
    const [changeStart, changeDay = []] = changes.inOrder(order);
    const [dateStart, dateFrom = [], dateDay = []] = isDateWatched
      ? dates.inOrder(order)
      : [new Int32Array(ids.length + 1)];
    const days = sorted(created);
    const first = days.reduce((least, day) => Math.min(least, day), asOf);
    const book: Book = {
      asOf,
      dataStart: Math.min(asOf, dataStart ?? first),
      ...named,
      ids: order.map((row) => ids[row] ?? ''),
      created: days,
      isFirstSight: Uint8Array.from(sorted(firstSights)),
      closed: sorted(closed),
      outcome: Uint8Array.from(order, (row) => outcomes?.[row] ?? OPEN),
      seen: sorted(seen),
      amount: reals(amount),
      value: reals(value),
      stayStart,
      stayStage: Int32Array.from(stayStage, (code) => places[code] ?? 0),
      stayFrom: Int32Array.from(stayFrom),
      changeStart,
      changeDay: Int32Array.from(changeDay),
      closeDates: { start: dateStart, from: Int32Array.from(dateFrom), day: Int32Array.from(dateDay) },
      stageFactor: new Float64Array(ids.length).fill(1),
      segments: segments
        .map(({ name, names, of }) => segmentOf(name, { names: names.names(), codes: sorted(of) }))
        .filter(({ size }) => size > 1),
      oddities,
    };
    return poolStages(book, hasPath);
  }

  return { add, result };
}

interface Life {
  readonly created: number;
  readonly closed: number;
  readonly outcome: number;
  readonly seen: number;
}

/** When a deal began, and what became of it by the day of the forecast; `undefined` where it has no part in it. */
function lifeOf(deal: DealInput, asOf: number, odd: (what: string) => void): Life | undefined {
  const created = dayNumber(deal.createdAt) ?? asOf;
  if (created >= asOf) return undefined;
  let closed = deal.closedAt === null ? NEVER : (dayNumber(deal.closedAt) ?? NEVER);
  let outcome = deal.status === 'won' ? WON : deal.status === 'lost' ? LOST : OPEN;
  if (outcome !== OPEN && closed === NEVER) {
    odd(UNDATED);
    return undefined;
  }
  if (outcome === OPEN || closed >= asOf) {
    if (outcome === OPEN && closed < asOf) odd('open with a closing date: taken as open');
    closed = NEVER;
    outcome = OPEN;
  }
  if (closed < created) {
    odd('closed before it was created: taken as closed on the day it was created');
    closed = created;
  }
  if ((deal.amount ?? 0) < 0) odd('a negative amount: nothing to win');
  if (outcome === WON && (deal.closedAmount ?? deal.amount ?? 0) < 0)
    odd('a negative won amount: it lowers what is won');
  const lastSeen = deal.lastSeenAt === null ? undefined : dayNumber(deal.lastSeenAt);
  const isUnseen = outcome === OPEN && lastSeen !== undefined && lastSeen + 1 < asOf;
  return { created, closed, outcome, seen: isUnseen ? Math.max(lastSeen + 1, created + 1) : NEVER };
}

/** Codes in the order of the names: which deal came first must not matter. */
function segmentOf(name: string, given: { names: readonly string[]; codes: Int32Array }): Segment {
  const place = new Map([...given.names].sort().map((value, at) => [value, at]));
  const places = given.names.map((value) => place.get(value) ?? -1);
  return { name, codes: given.codes.map((code) => places[code] ?? -1), size: given.names.length };
}
