import { aalenJohansen } from '../stats/aalen-johansen';
import type { TooFew } from './rate';
import { TUNING } from './tuning';
import type { HourRange } from './touch';

/** One pass on its way to an event: when it came, or how long it was watched (`isOver` where it never will come). */
export type Way =
  | { readonly kind: 'came'; readonly hours: HourRange }
  | { readonly kind: 'waits'; readonly hours: number; readonly isOver: boolean };

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
export function hoursMeasure(ways: readonly Way[]): HoursMeasure | TooFew {
  const came = ways.filter((way) => way.kind === 'came');
  if (came.length < TUNING.leastCount) return { kind: 'too-few', n: came.length };
  const isRanged = came.some(({ hours }) => hours.low !== hours.high);
  const low = quantiles(ways, 'low');
  const high = isRanged ? quantiles(ways, 'high') : low;
  const span = (at: 0 | 1): number | HourRange =>
    low[at] === high[at] ? low[at] : { low: Math.min(low[at], high[at]), high: Math.max(low[at], high[at]) };
  return {
    median: span(0),
    p90: span(1),
    n: came.length,
    censored: ways.filter((way) => way.kind === 'waits' && !way.isOver).length,
  };
}

function quantiles(ways: readonly Way[], bound: 'low' | 'high'): readonly [number, number] {
  const lives = ways.map((way) =>
    way.kind === 'came'
      ? { time: way.hours[bound], cause: 0 }
      : { time: way.hours, cause: way.isOver ? 1 : undefined },
  );
  const curve = aalenJohansen(lives, 2).map(({ time, incidence: [height = 0] }) => ({ time, height }));
  const top = curve.at(-1)?.height ?? 0;
  const quantile = (share: number): number => {
    const height = share * top;
    const at = curve.findIndex((step) => step.height >= height - 1e-12);
    const here = curve[at]?.time ?? 0;
    if (Math.abs((curve[at]?.height ?? 0) - height) > 1e-12) return here;
    const next = curve.find((step) => step.height > height + 1e-12)?.time ?? here;
    return (here + next) / 2;
  };
  return [quantile(0.5), quantile(0.9)];
}
