/** Lives, each with its time and with the cause of its end. */
export interface Lives {
  readonly times: Float64Array;
  /** 0 or 1; {@link CENSORED} where only the watching ended, {@link NO_LIFE} for what does not count. */
  readonly causes: Uint8Array;
  /** Places of lives in the order of their times; what does not count stands last. */
  readonly order: Int32Array;
}

/** Some of the lives: those from one place of the order to another, outside of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const CENSORED = 2;
export const NO_LIFE = 3;

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

/** The same point by point, for who keeps none of them. */
export function eachIncidence(
  { times, causes, order }: Lives,
  { from, to }: Stretch,
  visit: (time: number, first: number, second: number) => void,
): void {
  let end = to;
  while (end > from && causes[order[end - 1] ?? 0] === NO_LIFE) end -= 1;
  let survival = 1;
  let first = 0;
  let second = 0;
  for (let at = from; at < end;) {
    const time = times[order[at] ?? 0] ?? 0;
    const atRisk = end - at;
    let ofFirst = 0;
    let ofSecond = 0;
    for (; at < end; at += 1) {
      const life = order[at] ?? 0;
      if (times[life] !== time) break;
      if (causes[life] === 0) ofFirst += 1;
      else if (causes[life] === 1) ofSecond += 1;
    }
    if (ofFirst + ofSecond === 0) continue;
    first += (survival * ofFirst) / atRisk;
    second += (survival * ofSecond) / atRisk;
    survival *= 1 - (ofFirst + ofSecond) / atRisk;
    visit(time, first, second);
  }
}
