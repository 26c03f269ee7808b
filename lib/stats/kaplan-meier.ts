/** One life: how long it was watched, and whether it ended then or only the watching did. */
export interface Lifetime {
  readonly time: number;
  readonly ended: boolean;
}

/** A point at which a curve steps. */
export interface Survival {
  readonly time: number;
  readonly survival: number;
  readonly atRisk: number;
}

/**
 * Share of lives that outlast each time at which one ended, where some were watched only for a while. Kaplan & Meier,
 * J. Am. Stat. Assoc. 53 (1958). Lives whose watching ended at a time were at risk at that time.
 *
 * @returns Empty where none ended: the share is 1 as far as anyone has seen.
 */
export function kaplanMeier(lives: readonly Lifetime[]): readonly Survival[] {
  const sorted = [...lives].sort((a, b) => a.time - b.time);
  const curve: Survival[] = [];
  let survival = 1;
  for (let at = 0; at < sorted.length;) {
    const time = sorted[at]?.time ?? 0;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; at < sorted.length && sorted[at]?.time === time; at += 1) if (sorted[at]?.ended) ended += 1;
    if (ended === 0) continue;
    survival *= 1 - ended / atRisk;
    curve.push({ time, survival, atRisk });
  }
  return curve;
}
