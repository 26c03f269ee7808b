import type { Incidence } from '../stats/aalen-johansen';
import { curveAt } from './curve-at';

/** Two curves of one set of lives: how many ended of the wanted cause (0) and of the other (1), and until when they tell. */
export interface Curve {
  readonly steps: Incidence;
  readonly end: number;
}

/** What the curves of some of the lives come to, and until when they tell. */
export interface Reached {
  readonly wanted: number;
  readonly other: number;
  readonly end: number;
}

export interface Ends {
  readonly wanted: number;
  readonly other: number;
  /** Still undecided where the curves end, and so not known. */
  readonly unseen: number;
}

/**
 * Chances to have ended of each of two causes by the horizon. A set that was not watched so long goes on as all passes
 * do from there: its own quick decisions alone would make it look better, or worse, than it will be.
 *
 * @param own None of these lives was watched beyond the horizon.
 * @param all The curves of every pass of the request.
 */
export function incidenceShare(own: Reached, all: Curve, horizon: number): Ends {
  const here = { wanted: own.wanted, other: own.other };
  const left = 1 - here.wanted - here.other;
  if (own.end >= horizon || left < 1e-9) return { ...here, unseen: 0 };
  const [start, end] = [curveAt(all, own.end), curveAt(all, horizon)];
  const open = 1 - start.wanted - start.other;
  if (open < 1e-9) return { ...here, unseen: left };
  const scale = left / open;
  return {
    wanted: here.wanted + scale * (end.wanted - start.wanted),
    other: here.other + scale * (end.other - start.other),
    unseen: all.end >= horizon ? 0 : scale * (1 - end.wanted - end.other),
  };
}
