import type { BetaShape } from '../stats/beta-distribution';
import { betaQuantile } from '../stats/beta-quantile';
import { TUNING } from './tuning';

/** A figure that too few passes would have to carry. */
export interface TooFew {
  readonly kind: 'too-few';
  readonly n: number;
}

/** A share with its 80 % interval; `raw` is the plain share of the `n` that are decided. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly raw: number;
}

/** A sum of shares, each 0..1, over so many passes. */
export interface Count {
  readonly sum: number;
  readonly n: number;
}

interface Shape {
  /** What the share is without shrinking; `sum / n` where nothing better is known. */
  readonly share?: number;
  /** Part of the passes of which nothing can tell how they will end, 0..1: the interval is wider by it. */
  readonly unseen?: number;
}

/**
 * A share shrunk to that of the colleagues: Beta-binomial. Colleagues weigh as many passes as they have, and two, up
 * to the strength; without any the prior is Beta(1, 1).
 *
 * @param others The count of the wider scope without this one.
 * @example rate({ sum: 3, n: 5 }, { sum: 3, n: 4 }) // value 7/11: Beta(4 + 3, 2 + 2)
 */
export function rate(own: Count, others: Count, { share, unseen = 0 }: Shape = {}): Rate | TooFew {
  if (own.n < TUNING.leastCount) return { kind: 'too-few', n: own.n };
  const strength = Math.min(TUNING.shrinkStrength, others.n + 2);
  const prior = (others.sum + 1) / (others.n + 2);
  const yes = (share ?? own.sum / own.n) * own.n;
  const shape = { a: prior * strength + yes, b: (1 - prior) * strength + own.n - yes };
  const [low, high] = interval(shape);
  return {
    value: shape.a / (shape.a + shape.b),
    low: low * (1 - unseen),
    high: 1 - (1 - high) * (1 - unseen),
    n: own.n,
    raw: own.sum / own.n,
  };
}

/** By `a` and `b`. */
const known = new Map<number, Map<number, readonly [number, number]>>();
let size = 0;
const MOST = 20_000;

/** Four fifths of a Beta variable. Ten thousand pairs of few passes each have few shapes: what is worked out is kept. */
function interval({ a, b }: BetaShape): readonly [number, number] {
  const there = known.get(a)?.get(b);
  if (there !== undefined) return there;
  if (size >= MOST) {
    known.clear();
    size = 0;
  }
  const found = [betaQuantile(0.1, { a, b }), betaQuantile(0.9, { a, b })] as const;
  const ofA = known.get(a) ?? new Map<number, readonly [number, number]>();
  known.set(a, ofA.set(b, found));
  size += 1;
  return found;
}
