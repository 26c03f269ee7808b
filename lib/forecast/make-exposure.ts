import { AGE_BINS, BIN_END, BIN_OF_AGE, OLDEST } from './age-bins';
import { type Book, LOST, NEVER, OPEN, WON } from './book';
import { type Exposure, LOSS, MOVE, WIN } from './exposure';
import { recordedFrom } from './recorded-from';

/** Days of the past that are looked at: at the usual fading, older ones weigh less than 1 %. */
const LONGEST_PAST = 1100;

interface Event {
  readonly day: number;
  readonly cell: number;
  readonly kind: number;
}

/** Counts who was at risk on which day and what became of them: one pass over the deals. */
export function makeExposure(book: Book): Exposure {
  const { asOf, stages, ids } = book;
  const firstDay = Math.max(book.dataStart, asOf - LONGEST_PAST);
  const days = Math.max(1, asOf - firstDay);
  const cells = Math.max(1, stages.length) * AGE_BINS;
  // Differences first: +1 where a stay enters a cell, -1 after its last day there.
  const atRisk = new Float64Array(cells * days);
  const events: Event[] = [];
  const entries: { readonly day: number; readonly kind: number }[] = [];
  const byDay = {
    wonCount: new Float64Array(days),
    wonValue: new Float64Array(days),
    createdCount: new Float64Array(days),
  };

  for (let deal = 0; deal < ids.length; deal += 1) {
    const created = book.created[deal] ?? 0;
    const closed = book.closed[deal] ?? NEVER;
    const outcome = book.outcome[deal] ?? OPEN;
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
        events.push({ day: moved, cell, kind });
      }
    }
    if (created >= firstDay) {
      add(byDay.createdCount, created - firstDay, 1);
      entries.push({ day: created, kind: entry });
    }
    if (outcome === WON && closed >= firstDay) {
      add(byDay.wonCount, closed - firstDay, 1);
      add(byDay.wonValue, closed - firstDay, book.value[deal] ?? 0);
    }
  }
  sumUp(atRisk, days);
  events.sort((a, b) => a.day - b.day);
  entries.sort((a, b) => a.day - b.day);
  const exposure = {
    firstDay,
    days,
    cells,
    stageCount: Math.max(1, stages.length),
    atRisk,
    eventDay: Int32Array.from(events, ({ day }) => day),
    eventCell: Int32Array.from(events, ({ cell }) => cell),
    eventKind: Int16Array.from(events, ({ kind }) => kind),
    entryDay: Int32Array.from(entries, ({ day }) => day),
    entryKind: Int16Array.from(entries, ({ kind }) => kind),
    ...byDay,
  };
  return { ...exposure, winsFrom: recordedFrom(exposure, WIN), lossesFrom: recordedFrom(exposure, LOSS) };
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
