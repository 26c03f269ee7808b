import type { Effect } from './learn-effects';
import type { CovariateName } from './covariates-of';

/** Why a deal's chance is what it is, step by step; a screen has words for each. */
export type DriverName =
  | 'base'
  | 'stage-and-age'
  | 'stage-settings'
  | 'slips'
  | 'activity'
  | 'path'
  | 'segment';

export interface Driver {
  readonly name: DriverName;
  /** Chance so far, 0..1: of the first step what is usual, of the last the chance that is shown. */
  readonly chance: number;
  /** How many times the chance of the step before; the first one's is the base rate itself. */
  readonly factor: number;
}

/** Which step each trait belongs to. */
const STEP = {
  closeDate: 'slips',
  slips: 'slips',
  idle: 'activity',
  moves: 'path',
  returns: 'path',
  product: 'segment',
  source: 'segment',
  region: 'segment',
  team: 'segment',
  amount: 'segment',
} as const satisfies Record<CovariateName, DriverName>;

const ORDER = ['stage-settings', 'slips', 'activity', 'path', 'segment'] as const;

interface DriverInput {
  /** Usual chance of a deal of the scope: of all open ones. */
  readonly base: number;
  /** Of a deal in this stage for as long. */
  readonly usual: number;
  /** No chance is greater. */
  readonly most: number;
  /** Factor on the hazard where stages could not be learned. */
  readonly stageFactor: number;
  /** Effects on the hazard, and the deal's class of each; -1 where it is not known. */
  readonly effects: readonly { readonly effect: Effect; readonly code: number }[];
}

/**
 * A deal's chance in multiplicative steps: base rate, stage and age, then each group of traits that was found to matter.
 * The product of all factors is the chance. Steps that change nothing are left out, but for the first two.
 */
export function drivers({ base, usual, most, stageFactor, effects }: DriverInput): readonly Driver[] {
  const factors = new Map<DriverName, number>([['stage-settings', stageFactor]]);
  for (const { effect, code } of effects) {
    const step = STEP[effect.covariate.name];
    factors.set(step, (factors.get(step) ?? 1) * (effect.factors[code] ?? 1));
  }
  const steps: Driver[] = [
    { name: 'base', chance: base, factor: base },
    { name: 'stage-and-age', chance: usual, factor: base > 0 ? usual / base : 1 },
  ];
  let hazard = 1;
  let before = usual;
  for (const name of ORDER) {
    const factor = factors.get(name) ?? 1;
    if (factor === 1) continue;
    hazard *= factor;
    const chance = Math.min(most, 1 - (1 - usual) ** hazard);
    steps.push({ name, chance, factor: before > 0 ? chance / before : 1 });
    before = chance;
  }
  return steps;
}
