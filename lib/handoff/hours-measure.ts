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
  const curve = emptyCurve(part.to - part.from);
  eachIncidence(livesIn(part, journey), part, (time, share) => {
    curve.times[curve.steps] = time;
    curve.shares[curve.steps] = share;
    curve.steps += 1;
  });
  const top = curve.shares[curve.steps - 1] ?? 0;
  return [crossing(curve, 0.5 * top), crossing(curve, 0.9 * top)];
}

/** A curve that never falls. */
interface Curve {
  readonly times: Float64Array;
  readonly shares: Float64Array;
  steps: number;
}

/** One curve's room serves the next one: ten thousand pairs have four each. */
let room: Curve = { times: new Float64Array(), shares: new Float64Array(), steps: 0 };

function emptyCurve(size: number): Curve {
  if (room.times.length < size)
    room = { times: new Float64Array(size), shares: new Float64Array(size), steps: 0 };
  room.steps = 0;
  return room;
}

/** When a curve comes to a height; where it is flat there, the middle between that and when it goes on. */
function crossing({ times, shares, steps }: Curve, height: number): number {
  let at = 0;
  while (at < steps && (shares[at] ?? 0) < height - 1e-12) at += 1;
  const here = times[at] ?? 0;
  while (at < steps && (shares[at] ?? 0) <= height + 1e-12) at += 1;
  return (here + (at < steps ? (times[at] ?? here) : here)) / 2;
}
