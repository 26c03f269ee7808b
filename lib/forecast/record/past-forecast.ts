import type { Period } from '../../pipeline/glance';
import type { Baselines } from './frozen-forecast';

/** Shares of a period that are over when a forecast of it is judged: those of the scoring. No part in a forecast. */
export const SHARES = [0, 0.25, 0.5, 0.75] as const;
export type Share = (typeof SHARES)[number];

/** A forecast of a period that is over, with what the period landed. Money in minor units, whole. */
export interface PastForecast {
  readonly kind: Period['kind'];
  /** First day inside, first day outside. */
  readonly start: string;
  readonly end: string;
  readonly share: Share;
  /** It knows of all days before this one. */
  readonly asOf: string;
  /** `frozen`: written down on the day. `recomputed`: made today from what the history tells of the days before. */
  readonly madeBy: 'frozen' | 'recomputed';
  readonly p10: number;
  readonly p50: number;
  readonly mean: number;
  readonly p90: number;
  /** A mark and the chance that was given of reaching it. Of a frozen row both are those of its day, or neither. */
  readonly pHit: number | null;
  readonly markMinor: number | null;
  /** Whether the mark was the target, or one that stands in for it: see `markOf`. */
  readonly markFrom: 'target' | 'reference';
  readonly baselines: Baselines;
  readonly landedMinor: number;
}
