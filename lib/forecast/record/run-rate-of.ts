import { landsAtRate, type PeriodAt } from './lands-at-rate';
import type { WonDays } from './won-days';

/** Less tells of single deals, not of a pace. No part in a forecast. */
const LEAST_DAYS = 7;
/** The two run rates that are scored (forecast.md). No part in a forecast. */
const [SHORT, LONG] = [28, 91];
/** So many past spans tell which pace is the nearer one: as many as the forecast's own past days. No part in a forecast. */
const MOST_SPANS = 8;

/**
 * What the run rate says of a period: won so far, and the rest at the pace of the last 28 or of the last 91 days,
 * whichever has been nearer on up to eight past spans as long as the rest, by what was known on the day alone. The better
 * of the two is the honest bar (forecast.md), and which one it is differs from business to business; choosing it
 * afterwards would be hindsight. At a tie, and where there is no past span, it is the longer one.
 *
 * @returns `undefined` while fewer than seven days have passed since the first win.
 */
export function runRateOf(won: WonDays, period: PeriodAt): number | undefined {
  const { asOf } = period;
  const lead = Math.max(0, period.start - asOf);
  const length = period.end - asOf - lead;
  let [short, long] = [0, 0];
  const step = Math.max(7, Math.ceil(length / 14) * 7);
  for (let nth = 0; nth < MOST_SPANS; nth += 1) {
    const then = asOf - lead - length - nth * step;
    const span = { start: then + lead, end: then + lead + length, asOf: then };
    const [a, b] = [rate(won, span, SHORT), rate(won, span, LONG)];
    if (a === undefined || b === undefined) break;
    const actual = won.between(span.start, span.end);
    short += Math.abs(a - actual);
    long += Math.abs(b - actual);
  }
  return rate(won, period, short < long ? SHORT : LONG);
}

function rate(won: WonDays, period: PeriodAt, most: number): number | undefined {
  return landsAtRate(won, period, { most, least: LEAST_DAYS });
}
