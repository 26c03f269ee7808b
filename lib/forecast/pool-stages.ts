import type { StageInput } from './request';
import type { Stay } from './stays-of';

interface Staged {
  readonly created: number;
  readonly isOpen: boolean;
  readonly hasPath: boolean;
  readonly stays: readonly Stay[];
}

export interface Pooled<T> {
  readonly rows: readonly T[];
  readonly stages: readonly StageInput[];
  /** Multiplies the hazard to win of each row. */
  readonly factors: Float64Array;
}

/** Added to configured chances before they are compared: a wish of 5 % against 50 % is not ten times the chance. */
const EVEN = 0.1;

/**
 * Deals without any history: of the closed ones nobody knows the stages they went through, so nothing can be learned
 * stage by stage; wins would seem to come from nowhere. Then all share one stage, by the days since their creation, and
 * open ones differ by what their stage's configured chance says, by its square root: it is no measurement.
 * Where some history is known, or there is one stage, nothing changes.
 */
export function poolStages<T extends Staged>(
  rows: readonly T[],
  configured: readonly StageInput[],
): Pooled<T> {
  const seen = new Set(rows.flatMap(({ stays }) => stays.map(({ stage }) => stage)));
  if (seen.size < 2 || rows.some(({ hasPath }) => hasPath) || rows.every(({ isOpen }) => isOpen)) {
    return { rows, stages: configured, factors: new Float64Array(rows.length).fill(1) };
  }
  const chanceOf = new Map(configured.map(({ id, probability }) => [id, probability]));
  const weight = ({ isOpen, stays }: T): number => {
    const chance = chanceOf.get(stays[0]?.stage ?? '') ?? null;
    return isOpen && chance !== null ? Math.sqrt(chance + EVEN) : NaN;
  };
  const weights = Float64Array.from(rows, weight);
  const known = weights.filter((one) => !Number.isNaN(one));
  const mean = known.reduce((sum, one) => sum + one, 0) / Math.max(1, known.length);
  return {
    rows: rows.map((row) => ({ ...row, stays: [{ stage: 'any', from: row.created }] })),
    stages: [{ id: 'any', order: 0, probability: null }],
    factors: weights.map((one) => (Number.isNaN(one) ? 1 : one / mean)),
  };
}
