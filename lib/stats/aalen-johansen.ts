/** One life, and of which cause it ended; `undefined` where only the watching did. */
export interface CompetingLife {
  readonly time: number;
  readonly cause: number | undefined;
}

/** A point at which the curves step. */
export interface Incidence {
  readonly time: number;
  /** Chance to have ended of each cause by then. */
  readonly incidence: readonly number[];
}

/**
 * Chance to have ended of each cause by each time, where causes compete and some lives were watched only for a while.
 * Aalen & Johansen, Scand. J. Stat. 5 (1978). Taking the other causes as ends of watching would make each too likely.
 *
 * @param causes Number of causes; they are numbered from 0.
 */
export function aalenJohansen(lives: readonly CompetingLife[], causes: number): readonly Incidence[] {
  const sorted = [...lives].sort((a, b) => a.time - b.time);
  const curve: Incidence[] = [];
  let incidence: readonly number[] = Array.from({ length: causes }, () => 0);
  let survival = 1;
  for (let at = 0; at < sorted.length;) {
    const time = sorted[at]?.time ?? 0;
    const atRisk = sorted.length - at;
    const ended = Array.from({ length: causes }, () => 0);
    for (; at < sorted.length && sorted[at]?.time === time; at += 1) {
      const cause = sorted[at]?.cause;
      if (cause !== undefined) ended[cause] = (ended[cause] ?? 0) + 1;
    }
    const all = ended.reduce((sum, one) => sum + one, 0);
    if (all === 0) continue;
    const before = survival;
    incidence = incidence.map((share, cause) => share + (before * (ended[cause] ?? 0)) / atRisk);
    survival *= 1 - all / atRisk;
    curve.push({ time, incidence });
  }
  return curve;
}
