import { CENSORED, type Lives, NO_LIFE } from './lives';

/** One life, and of which of two causes it ended; `undefined` where only the watching did. */
export interface CompetingLife {
  readonly time: number;
  readonly cause: 0 | 1 | undefined;
}

/** Lays out lives by their times; `undefined` for what is none. */
export function livesOf(all: readonly (CompetingLife | undefined)[]): Lives {
  const times = Float64Array.from(all, (life) => life?.time ?? Infinity);
  const causes = Uint8Array.from(all, (life) => (life === undefined ? NO_LIFE : (life.cause ?? CENSORED)));
  const order = Int32Array.from(all.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  return { times, causes, order };
}
