import { dayNumber } from '../calendar/day-number';
import { type Book, LOST, NEVER, OPEN, type Segment, WON } from './book';
import type { DealInput, ForecastRequest, StageInput } from './request';
import { poolStages } from './pool-stages';
import { UNDATED } from './basis-of';
import { changeDays } from './change-days';
import { closeDatesOf } from './close-dates-of';
import { type Stay, staysOf } from './stays-of';

/** A deal as known on the day of the forecast. */
interface Row {
  readonly deal: DealInput;
  readonly created: number;
  readonly closed: number;
  readonly outcome: number;
  readonly seen: number;
  readonly stays: readonly Stay[];
  /** Whether any of its moves is known. */
  readonly hasPath: boolean;
}

const SEGMENTS = ['product', 'source', 'region', 'team'] as const;

/**
 * Puts a request into columns. Whatever happened on the day of the forecast or later is left out, so no answer can
 * depend on it: a deal closed later is open, a deal created later is not there.
 *
 * @param request A request that `parseRequest` has accepted.
 */
export function makeBook(request: ForecastRequest): Book {
  const asOf = dayNumber(request.asOf) ?? 0;
  const oddities: Record<string, number> = {};
  const odd = (what: string): void => void (oddities[what] = (oddities[what] ?? 0) + 1);
  const known = new Set(request.stages.map(({ id }) => id));
  const rows = request.deals
    .flatMap((deal) => rowOf(deal, { asOf, known, odd }) ?? [])
    .sort((a, b) => (a.deal.id < b.deal.id ? -1 : 1));
  const stages = stagesOf(request.stages, rows);
  const first = rows.reduce((least, { created }) => Math.min(least, created), asOf);
  const dataStart = Math.min(
    asOf,
    request.dataStart === null ? first : (dayNumber(request.dataStart) ?? first),
  );
  const book = {
    asOf,
    dataStart,
    oddities,
    stageFactor: new Float64Array(rows.length).fill(1),
    ...stages,
    ...columnsOf(rows, { ...stages, asOf }),
  };
  return poolStages(
    book,
    rows.some(({ hasPath }) => hasPath),
  );
}

interface Context {
  readonly asOf: number;
  readonly known: ReadonlySet<string>;
  readonly odd: (what: string) => void;
}

function rowOf(deal: DealInput, { asOf, known, odd }: Context): Row | undefined {
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
  if ((deal.amount ?? 0) < 0) odd('a negative amount: taken as unknown');
  if (outcome === WON && (deal.closedAmount ?? 0) < 0) odd('a negative won amount: taken as 0');
  const stays = staysOf(deal, { created, end: Math.min(closed, asOf), asOf });
  if (outcome === OPEN && stays.some(({ stage }) => !known.has(stage))) odd('an unknown stage');
  const lastSeen = deal.lastSeenAt === null ? undefined : dayNumber(deal.lastSeenAt);
  const seen =
    outcome === OPEN && lastSeen !== undefined && lastSeen + 1 < asOf
      ? Math.max(lastSeen + 1, created + 1)
      : NEVER;
  const hasPath = deal.history.some(({ at, field }) => field === 'stage' && (dayNumber(at) ?? asOf) < asOf);
  return { deal, created, closed, outcome, seen, stays, hasPath };
}

function stagesOf(
  inputs: readonly StageInput[],
  rows: readonly Row[],
): Pick<Book, 'stages' | 'stageProbability'> {
  const configured = [...inputs].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const named = new Set(configured.map(({ id }) => id));
  const others = new Set<string>();
  for (const { stays } of rows) for (const { stage } of stays) if (!named.has(stage)) others.add(stage);
  return {
    stages: [...named, ...[...others].sort()],
    stageProbability: Float64Array.from([
      ...configured.map(({ probability }) => probability ?? NaN),
      ...[...others].map(() => NaN),
    ]),
  };
}

function columnsOf(
  rows: readonly Row[],
  { stages, asOf }: { readonly stages: readonly string[]; readonly asOf: number },
): Omit<Book, 'stageFactor' | 'asOf' | 'dataStart' | 'oddities' | 'stages' | 'stageProbability'> {
  const codeOf = new Map(stages.map((stage, at) => [stage, at]));
  const stays = rows.flatMap((row) => row.stays);
  return {
    ids: rows.map(({ deal }) => deal.id),
    created: Int32Array.from(rows, ({ created }) => created),
    closed: Int32Array.from(rows, ({ closed }) => closed),
    outcome: Uint8Array.from(rows, ({ outcome }) => outcome),
    seen: Int32Array.from(rows, ({ seen }) => seen),
    amount: Float64Array.from(rows, ({ deal }) => knownAmount(deal.amount)),
    value: Float64Array.from(rows, ({ deal, outcome }) =>
      outcome === WON ? Math.max(0, deal.closedAmount ?? deal.amount ?? 0) : 0,
    ),
    stayStart: startsOf(rows.map((row) => row.stays)),
    stayStage: Int16Array.from(stays, ({ stage }) => codeOf.get(stage) ?? 0),
    stayFrom: Int32Array.from(stays, ({ from }) => from),
    ...changesOf(rows, asOf),
    segments: SEGMENTS.map((name) => segmentOf(name, rows)).filter(({ size }) => size > 1),
  };
}

function changesOf(
  rows: readonly Row[],
  asOf: number,
): Pick<Book, 'changeStart' | 'changeDay' | 'closeDates'> {
  const isWatched = rows.some(({ deal }) => deal.history.some(({ field }) => field === 'expectedCloseDate'));
  const changes = rows.map(({ deal }) => changeDays(deal, asOf));
  const dates = rows.map((row) => (isWatched ? closeDatesOf(row.deal, { created: row.created, asOf }) : []));
  const all = dates.flat();
  return {
    changeStart: startsOf(changes),
    changeDay: Int32Array.from(changes.flat()),
    closeDates: {
      start: startsOf(dates),
      from: Int32Array.from(all, ({ from }) => from),
      day: Int32Array.from(all, ({ day }) => day ?? NEVER),
    },
  };
}

function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (starts[at + 1] = (starts[at] ?? 0) + list.length));
  return starts;
}

function knownAmount(amount: number | null): number {
  return amount === null || amount < 0 ? NaN : amount;
}

function segmentOf(name: (typeof SEGMENTS)[number], rows: readonly Row[]): Segment {
  const given = new Set<string>();
  for (const { deal } of rows) {
    const value = deal[name];
    if (value !== null) given.add(value);
  }
  const names = [...given].sort();
  const codeOf = new Map(names.map((value, at) => [value, at]));
  return {
    name,
    codes: Int32Array.from(rows, ({ deal }) => codeOf.get(deal[name] ?? '') ?? -1),
    size: names.length,
  };
}
