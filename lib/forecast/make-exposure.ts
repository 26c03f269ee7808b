import { AGE_BINS, BIN_END, BIN_OF_AGE, OLDEST } from './age-bins';
import { beginningOf } from './beginning-of';
import { type Book, LOST, NEVER, OPEN, WON } from './book';
import { type Exposure, LOSS, MOVE, WIN } from './exposure';
import { recordedFrom } from './recorded-from';
import type { Tuning } from './tuning';

/** Days of the past that are looked at: at the usual fading, older ones weigh less than 1 %. Cost 0.00 / 0.00 / 0.00 (see `Tuning`). */
const LONGEST_PAST = 1100;

/** Counts who was at risk on which day and what became of them: one pass over the deals. */
export function makeExposure(book: Book, tuning: Tuning): Exposure {
  const { asOf, stages } = book;
  const firstDay = Math.max(book.dataStart, asOf - LONGEST_PAST);
  const days = Math.max(1, asOf - firstDay);
  const cells = Math.max(1, stages.length) * AGE_BINS;
  // Differences first: +1 where a stay enters a cell, -1 after its last day there.
  const atRisk = new Float64Array(cells * days);
  const kinds = Math.max(1, stages.length) + 2;
  const events = new Int32Array(3 * (book.stayFrom.length + 1));
  let eventCount = 0;
  const entryCount = new Float64Array(days * kinds);
  const byDay = {
    winCount: new Float64Array(days),
    lossCount: new Float64Array(days),
    moveCount: new Float64Array(days),
    wonCount: new Float64Array(days),
    wonValue: new Float64Array(days),
    wonSquare: new Float64Array(days),
    takenBack: new Float64Array(days),
    pairedCount: new Float64Array(days),
    pairedValue: new Float64Array(days),
    pairedAmount: new Float64Array(days),
    amountCount: new Float64Array(days + 1),
    amountSum: new Float64Array(days + 1),
    createdCount: new Float64Array(days),
    unbornWonCount: new Float64Array(days),
  };

  for (let deal = 0; deal < book.created.length; deal += 1) {
    const created = book.created[deal] ?? 0;
    const closed = book.closed[deal] ?? NEVER;
    const outcome = book.outcome[deal] ?? OPEN;
    // A credit note is no win, and nothing that could be won: it takes back from what others have brought.
    const value = book.value[deal] ?? 0;
    if (value < 0) {
      if (closed >= firstDay) add(byDay.takenBack, closed - firstDay, -value);
      continue;
    }
    const isBorn = book.isFirstSight[deal] !== 1;
    const last = Math.min(closed, asOf - 1, (book.seen[deal] ?? NEVER) - 1);
    const end = book.stayStart[deal + 1] ?? 0;
    let entry = closed === created ? (outcome === WON ? WIN : LOSS) : MOVE;
    for (let at = book.stayStart[deal] ?? 0; at < end; at += 1) {
      const stage = book.stayStage[at] ?? 0;
      const from = book.stayFrom[at] ?? 0;
      const isLast = at === end - 1;
      const to = isLast ? last : Math.min(book.stayFrom[at + 1] ?? last, last);
      if (from === created && entry >= MOVE) entry = MOVE + stage;
      let day = Math.max(from + 1, firstDay);
      while (day <= to) {
        const bin = BIN_OF_AGE[Math.min(day - from, OLDEST)] ?? 0;
        const next = Math.min(from + (BIN_END[bin] ?? NEVER), to + 1);
        const row = (stage * AGE_BINS + bin) * days - firstDay;
        atRisk[row + day] = (atRisk[row + day] ?? 0) + 1;
        if (next < asOf) atRisk[row + next] = (atRisk[row + next] ?? 0) - 1;
        day = next;
      }
      const moved = isLast ? closed : (book.stayFrom[at + 1] ?? NEVER);
      if (moved < asOf && moved >= firstDay && moved > from) {
        const cell = stage * AGE_BINS + (BIN_OF_AGE[Math.min(moved - from, OLDEST)] ?? 0);
        const kind = isLast ? (outcome === LOST ? LOSS : WIN) : MOVE + (book.stayStage[at + 1] ?? 0);
        events[3 * eventCount] = moved - firstDay;
        events[3 * eventCount + 1] = cell;
        events[3 * eventCount + 2] = kind;
        eventCount += 1;
        add(
          kind === WIN ? byDay.winCount : kind === LOSS ? byDay.lossCount : byDay.moveCount,
          moved - firstDay,
          1,
        );
      }
    }
    const amount = book.amount[deal] ?? NaN;
    if (!Number.isNaN(amount) && created < asOf) {
      add(byDay.amountCount, Math.max(0, created + 1 - firstDay), 1);
      add(byDay.amountSum, Math.max(0, created + 1 - firstDay), amount);
    }
    if (isBorn && created >= firstDay && created < asOf) {
      add(byDay.createdCount, created - firstDay, 1);
      add(entryCount, (created - firstDay) * kinds + entry, 1);
    }
    if (outcome === WON && closed >= firstDay) {
      add(byDay.wonCount, closed - firstDay, 1);
      if (!isBorn) add(byDay.unbornWonCount, closed - firstDay, 1);
      add(byDay.wonValue, closed - firstDay, value);
      add(byDay.wonSquare, closed - firstDay, value * value);
      if (amount > 0) {
        add(byDay.pairedCount, closed - firstDay, 1);
        add(byDay.pairedValue, closed - firstDay, value);
        add(byDay.pairedAmount, closed - firstDay, amount);
      }
    }
  }
  sumUp(byDay.amountCount, days + 1);
  sumUp(byDay.amountSum, days + 1);
  sumUp(atRisk, days);
  const used = usedDays(atRisk, days);
  const exposure = {
    firstDay,
    days,
    cells,
    stageCount: Math.max(1, stages.length),
    atRisk,
    ...used,
    ...inOrder(events.subarray(0, 3 * eventCount), { firstDay, days }),
    entryCount,
    ...byDay,
  };
  const exposed = new Float64Array(days).fill(1);
  const begun = (happened: Float64Array): number =>
    beginningOf({ firstDay, happened, exposed }, tuning.silence);
  const winsFrom = recordedFrom(exposure, WIN, tuning.silence);
  const hasUnborn = byDay.unbornWonCount.some((wins) => wins > 0);
  return {
    ...exposure,
    winsFrom,
    paceFrom: hasUnborn ? begun(byDay.wonCount) : winsFrom,
    lossesFrom: recordedFrom(exposure, LOSS, tuning.silence),
    creationFrom: begun(byDay.createdCount),
    unbornFrom: begun(byDay.unbornWonCount),
  };
}

/** Events in order of their days: counted first, then put in their places. */
function inOrder(
  events: Int32Array,
  { firstDay, days }: { readonly firstDay: number; readonly days: number },
): Pick<Exposure, 'eventDay' | 'eventCell' | 'eventKind'> {
  const count = events.length / 3;
  const place = new Int32Array(days + 1);
  for (let at = 0; at < count; at += 1) {
    const after = (events[3 * at] ?? 0) + 1;
    place[after] = (place[after] ?? 0) + 1;
  }
  for (let day = 1; day <= days; day += 1) place[day] = (place[day] ?? 0) + (place[day - 1] ?? 0);
  const eventDay = new Int32Array(count);
  const eventCell = new Int32Array(count);
  const eventKind = new Int16Array(count);
  for (let at = 0; at < count; at += 1) {
    const day = events[3 * at] ?? 0;
    const to = place[day] ?? 0;
    place[day] = to + 1;
    eventDay[to] = firstDay + day;
    eventCell[to] = events[3 * at + 1] ?? 0;
    eventKind[to] = events[3 * at + 2] ?? 0;
  }
  return { eventDay, eventCell, eventKind };
}

function add(to: Float64Array, at: number, what: number): void {
  to[at] = (to[at] ?? 0) + what;
}

/** Turns differences into numbers, row by row. */
function sumUp(rows: Float64Array, length: number): void {
  for (let row = 0; row < rows.length; row += length) {
    let sum = 0;
    for (let at = row; at < row + length; at += 1) rows[at] = sum += rows[at] ?? 0;
  }
}

function usedDays(atRisk: Float64Array, days: number): Pick<Exposure, 'usedFrom' | 'usedUntil'> {
  const cells = atRisk.length / days;
  const usedFrom = new Int32Array(cells);
  const usedUntil = new Int32Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    const row = atRisk.subarray(cell * days, (cell + 1) * days);
    const first = row.findIndex((one) => one > 0);
    usedFrom[cell] = first < 0 ? days : first;
    usedUntil[cell] = row.findLastIndex((one) => one > 0) + 1;
  }
  return { usedFrom, usedUntil };
}
