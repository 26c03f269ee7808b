import { eachIncidence } from '../stats/each-incidence';
import { CENSORED } from '../stats/lives';
import { livesIn } from './lives-in';
import type { Part } from './part';
import type { Journey } from './pass-columns';
import type { TooFew } from './rate';
import { TUNING } from './tuning';
import type { HourRange } from './touch';

/** Business hours; bounds where only ranges are known. */
export interface HoursMeasure {
  readonly median: number | HourRange;
  readonly p90: number | HourRange;
  readonly n: number;
  readonly censored: number;
}

/**
 * Half and nine tenths of those to which the event comes have it by then, by Aalen & Johansen: those that still wait
 * count as long as they were watched, those to which it will not come compete. Where the curve is flat at the height,
 * the middle of the flat: without anything censored these are the plain median and P90.
 */
export function hoursMeasure(part: Part, low: Journey, high: Journey): HoursMeasure | TooFew {
  const { n, censored, isRanged } = countsOf(part, low, high);
  if (n < TUNING.leastCount) return { kind: 'too-few', n };
  const atLeast = quantiles(part, low);
  const atMost = isRanged ? quantiles(part, high) : atLeast;
  const span = (at: 0 | 1): number | HourRange => {
    const [a, b] = [atLeast[at], atMost[at]];
    return a === b ? a : { low: Math.min(a, b), high: Math.max(a, b) };
  };
  return { median: span(0), p90: span(1), n, censored };
}

function countsOf({ columns: { journeys }, rows, from, to }: Part, low: Journey, high: Journey) {
  const [atLeast, atMost] = [journeys[low], journeys[high]];
  let [n, censored, isRanged] = [0, 0, false];
  for (let at = from; at < to; at += 1) {
    const row = rows[at] ?? 0;
    const cause = atLeast.causes[row];
    if (cause === CENSORED) censored += 1;
    if (cause !== 0) continue;
    n += 1;
    isRanged ||= atLeast.times[row] !== atMost.times[row];
  }
  return { n, censored, isRanged };
}

function quantiles(part: Part, journey: Journey): readonly [number, number] {
  const lives = livesIn(part, journey);
  let top = 0;
  eachIncidence(lives, part, (_, share) => {
    top = share;
  });
  const half = crossing(0.5 * top);
  const most = crossing(0.9 * top);
  eachIncidence(lives, part, (time, share) => {
    pass(half, time, share);
    pass(most, time, share);
  });
  return [middle(half), middle(most)];
}

/** When a curve comes to a height, and when it goes on from there. */
interface Crossing {
  readonly height: number;
  here: number | undefined;
  next: number | undefined;
}

function crossing(height: number): Crossing {
  return { height, here: undefined, next: undefined };
}

function pass(one: Crossing, time: number, share: number): void {
  if (share < one.height - 1e-12) return;
  one.here ??= time;
  if (share > one.height + 1e-12) one.next ??= time;
}

function middle({ here = 0, next = here }: Crossing): number {
  return (here + next) / 2;
}
