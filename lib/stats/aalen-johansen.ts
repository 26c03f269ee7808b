import { eachIncidence } from './each-incidence';
import type { Lives, Stretch } from './lives';

/** The curves at each point at which one of them steps. */
export interface Incidence {
  readonly times: readonly number[];
  /** Chance to have ended of each cause by then. */
  readonly shares: readonly [readonly number[], readonly number[]];
}

/**
 * Chance to have ended of each of two causes by each time, where the causes compete and some lives were watched only for
 * a while. Aalen & Johansen, Scand. J. Stat. 5 (1978). Taking the other cause as an end of watching would make each too
 * likely. Many parts of one set are asked for at once, so that the lives are sorted beforehand.
 */
export function aalenJohansen(lives: Lives, stretch: Stretch): Incidence {
  const [times, first, second]: [number[], number[], number[]] = [[], [], []];
  eachIncidence(lives, stretch, (time, wanted, other) => {
    times.push(time);
    first.push(wanted);
    second.push(other);
  });
  return { times, shares: [first, second] };
}
