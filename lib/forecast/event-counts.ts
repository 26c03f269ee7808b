import { type Exposure, LOSS, MOVE, WIN } from './exposure';
import { fading } from './fading';

/** What happened in each cell before a day, older days weighing less. */
export interface EventCounts {
  readonly wins: Float64Array;
  readonly losses: Float64Array;
  /** `[cell * stageCount + stage]` */
  readonly moves: Float64Array;
}

/** Counts events before day `until`; wins and losses only from the days on which they were recorded. */
export function eventCounts(exposure: Exposure, until: number, halfLife: number): EventCounts {
  const { firstDay, days, cells, stageCount, eventDay, eventCell, eventKind, winsFrom, lossesFrom } =
    exposure;
  const end = Math.min(days, until - firstDay);
  const weight = fading(end, halfLife);
  const wins = new Float64Array(cells);
  const losses = new Float64Array(cells);
  const moves = new Float64Array(cells * stageCount);
  const begin = Math.max(
    0,
    weight.findIndex((one) => one > 0),
  );
  for (let at = firstCounted(eventDay, firstDay + begin); at < eventDay.length; at += 1) {
    const day = (eventDay[at] ?? 0) - firstDay;
    if (day >= end) break;
    const weighed = weight[day] ?? 0;
    const cell = eventCell[at] ?? 0;
    const kind = eventKind[at] ?? 0;
    if (kind >= MOVE) add(moves, cell * stageCount + kind - MOVE, weighed);
    else if (kind === WIN && day + firstDay >= winsFrom) add(wins, cell, weighed);
    else if (kind === LOSS && day + firstDay >= lossesFrom) add(losses, cell, weighed);
  }
  return { wins, losses, moves };
}

/** Place of the first of days in order that is not before one. */
function firstCounted(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(to: Float64Array, at: number, what: number): void {
  to[at] = (to[at] ?? 0) + what;
}
