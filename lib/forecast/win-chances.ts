import { AGE_BINS, BIN_OF_AGE, OLDEST } from './age-bins';
import type { Chances } from './chances';
import type { DayFactors, Hazards } from './hazards';

interface Span {
  /** Day of the forecast. */
  readonly from: number;
  /** Wins count from this day on. */
  readonly start: number;
  /** Wins from this day on do not count. */
  readonly end: number;
}

interface ChanceOptions {
  readonly span: Span;
  readonly factors: DayFactors;
  /** Where a deal stands at the end of the day of its creation: chance of being won at once, then of each stage. */
  readonly entry: Float64Array;
  /** Multiplies the chance to win on every day. */
  readonly multiplier: number;
}

/**
 * Chance of each open deal, and of one created on each day ahead, to be won inside a span: backward recursion from its
 * end, day by day, over stages and days in the stage.
 */
export function winChances(hazards: Hazards, { span, factors, entry, multiplier }: ChanceOptions): Chances {
  const { stageCount } = hazards;
  const ages = OLDEST + 1;
  let later = new Float64Array(stageCount * ages);
  let now = new Float64Array(stageCount * ages);
  const created = new Float64Array(Math.max(0, span.end - span.from));
  const gain = new Float64Array(AGE_BINS);
  const stay = new Float64Array(AGE_BINS);
  for (let day = span.end - 1; day >= span.from; day -= 1) {
    const counts = day >= span.start ? 1 : 0;
    let won = (entry[0] ?? 0) * counts;
    for (let stage = 0; stage < stageCount; stage += 1)
      won += (entry[stage + 1] ?? 0) * (later[stage * ages + 1] ?? 0);
    created[day - span.from] = won;
    const winFactor = multiplier * (factors.win[day - factors.firstDay] ?? 1);
    const lossFactor = factors.loss[day - factors.firstDay] ?? 1;
    const moveFactor = factors.move[day - factors.firstDay] ?? 1;
    for (let stage = 0; stage < stageCount; stage += 1) {
      for (let bin = 0; bin < AGE_BINS; bin += 1) {
        const cell = stage * AGE_BINS + bin;
        const win = (hazards.win[cell] ?? 0) * winFactor;
        let leaves = win + (hazards.loss[cell] ?? 0) * lossFactor;
        let gained = win * counts;
        for (let target = 0; target < stageCount; target += 1) {
          const move = (hazards.move[cell * stageCount + target] ?? 0) * moveFactor;
          if (move === 0) continue;
          leaves += move;
          gained += move * (later[target * ages + 1] ?? 0);
        }
        // Hazards of a day can add up to more than certainty where factors are high: something happens then.
        gain[bin] = leaves > 1 ? gained / leaves : gained;
        stay[bin] = leaves > 1 ? 0 : 1 - leaves;
      }
      const row = stage * ages;
      for (let age = 1; age < ages; age += 1) {
        const bin = BIN_OF_AGE[age] ?? 0;
        const next = age < OLDEST ? age + 1 : OLDEST;
        now[row + age] = (gain[bin] ?? 0) + (stay[bin] ?? 0) * (later[row + next] ?? 0);
      }
    }
    [now, later] = [later, now];
  }
  return { open: later, created };
}
