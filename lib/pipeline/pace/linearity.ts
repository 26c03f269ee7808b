import { LEAST_PERIODS } from '../least-periods';

export interface LinearityQuestion {
  /** Value won in each tenth of each past period, in minor units. */
  readonly past: readonly (readonly number[])[];
  /** Share of the present period that is over, 0..1. */
  readonly elapsed: number;
  readonly wonMinor: number;
  readonly targetMinor: number | undefined;
}

/** How much of a period's value had been won by a share of its time: pooled, and the lowest and highest period. */
export interface WonBy {
  readonly elapsed: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export type Linearity =
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number }
  | {
      readonly kind: 'known';
      readonly periods: number;
      /** From the start (0) to the end (1), tenth by tenth. */
      readonly curve: readonly WonBy[];
      /** The present point; `aheadMinor`: won, less what is usually won of the target by now. */
      readonly now: WonBy & { readonly aheadMinor?: number };
    };

/**
 * Linearity: how the value of past periods was spread over their time, and whether this one is ahead of that. The
 * share is one of sums over the periods. Between two tenths it goes in a straight line.
 */
export function linearity({ past, elapsed, wonMinor, targetMinor }: LinearityQuestion): Linearity {
  const periods = past.filter((tenths) => sum(tenths) > 0);
  if (periods.length < LEAST_PERIODS) return { kind: 'too-few', have: periods.length, need: LEAST_PERIODS };
  const whole = periods.reduce((total, tenths) => total + sum(tenths), 0);
  const curve = Array.from({ length: 11 }, (_, nth): WonBy => {
    const by = periods.map((tenths) => sum(tenths.slice(0, nth)));
    const shares = periods.map((tenths, at) => (by[at] ?? 0) / sum(tenths));
    return { elapsed: nth / 10, share: sum(by) / whole, low: Math.min(...shares), high: Math.max(...shares) };
  });
  const now = between(curve, elapsed);
  return {
    kind: 'known',
    periods: periods.length,
    curve,
    now:
      targetMinor === undefined
        ? now
        : { ...now, aheadMinor: wonMinor - Math.round(now.share * targetMinor) },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function between(curve: readonly WonBy[], elapsed: number): WonBy {
  const place = Math.min(1, Math.max(0, elapsed)) * 10;
  // A share such as 0.3 times ten is not always three.
  const isWhole = Math.abs(place - Math.round(place)) < 1e-9;
  const from = curve[isWhole ? Math.round(place) : Math.floor(place)];
  const to = curve[Math.ceil(place)];
  if (from === undefined || to === undefined) throw new RangeError(`no point of a period: ${elapsed}`);
  if (isWhole) return { ...from, elapsed };
  const mix = (a: number, b: number) => a + (place - Math.floor(place)) * (b - a);
  return {
    elapsed,
    share: mix(from.share, to.share),
    low: mix(from.low, to.low),
    high: mix(from.high, to.high),
  };
}
