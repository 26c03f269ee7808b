import { AGE_BINS, BIN_END, OLDEST } from './age-bins';
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
  /** Supposed instead of what was learned; without it, nothing is. */
  readonly change?: Change;
}

/** Supposed changes of what happens to deals. */
interface Change {
  /** Of those that close in a stage so many times as many are won; the others are lost. */
  readonly winRate: number;
  /** Everything happens so many times as fast. */
  readonly speed: number;
}

const NO_CHANGE: Change = { winRate: 1, speed: 1 };

/**
 * Chance of each open deal, and of one created on each day ahead, to be won inside a span: backward recursion from its
 * end, day by day, over stages and days in the stage.
 */
export function winChances(hazards: Hazards, { span, factors, entry, change }: ChanceOptions): Chances {
  const { winRate, speed } = change ?? NO_CHANGE;
  const { stageCount } = hazards;
  const ages = OLDEST + 1;
  let later = new Float64Array(stageCount * ages);
  let now = new Float64Array(stageCount * ages);
  const created = new Float64Array(Math.max(0, span.end - span.from));
  const atOnce = wonAtOnce(entry, winRate);
  const gain = new Float64Array(AGE_BINS);
  const stay = new Float64Array(AGE_BINS);
  const targets = targetsOf(hazards);
  for (let day = span.end - 1; day >= span.from; day -= 1) {
    const counts = day >= span.start ? 1 : 0;
    let won = atOnce * counts;
    for (let stage = 0; stage < stageCount; stage += 1)
      won += (entry[stage + 1] ?? 0) * (later[stage * ages + 1] ?? 0);
    created[day - span.from] = won;
    const winFactor = speed * (factors.win[day - factors.firstDay] ?? 1);
    const lossFactor = speed * (factors.loss[day - factors.firstDay] ?? 1);
    const moveFactor = speed * (factors.move[day - factors.firstDay] ?? 1);
    for (let stage = 0; stage < stageCount; stage += 1) {
      for (let bin = 0; bin < AGE_BINS; bin += 1) {
        const cell = stage * AGE_BINS + bin;
        const usual = (hazards.win[cell] ?? 0) * winFactor;
        const win = usual * winRate;
        // More wins are fewer losses: deals close as often as before, as long as there are losses to turn.
        let leaves = win + Math.max(0, (hazards.loss[cell] ?? 0) * lossFactor - (win - usual));
        let gained = win * counts;
        for (const target of targets[stage] ?? []) {
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
      let age = 1;
      for (let bin = 0; bin < AGE_BINS; bin += 1) {
        const [gained, stays] = [gain[bin] ?? 0, stay[bin] ?? 0];
        const end = Math.min(BIN_END[bin] ?? OLDEST, OLDEST);
        for (; age < end; age += 1) now[row + age] = gained + stays * (later[row + age + 1] ?? 0);
      }
      // The oldest stay as old as they are.
      now[row + OLDEST] = (gain[AGE_BINS - 1] ?? 0) + (stay[AGE_BINS - 1] ?? 0) * (later[row + OLDEST] ?? 0);
    }
    [now, later] = [later, now];
  }
  return { open: later, created };
}

/** Of each stage those that deals move on to: of many stages few, and all days and ages have the same. */
function targetsOf({ stageCount, move }: Hazards): readonly (readonly number[])[] {
  const places = Array.from({ length: stageCount }, (_, place) => place);
  const bins = Array.from({ length: AGE_BINS }, (_, bin) => bin);
  return places.map((stage) =>
    places.filter((target) =>
      bins.some((bin) => (move[(stage * AGE_BINS + bin) * stageCount + target] ?? 0) > 0),
    ),
  );
}

/** Chance of a new deal to be won on the day of its creation: no more than is left beside those that stay open. */
function wonAtOnce(entry: Float64Array, winRate: number): number {
  const usual = entry[0] ?? 0;
  const open = entry.reduce((sum, one, at) => (at === 0 ? 0 : sum + one), 0);
  return Math.min(Math.max(usual, 1 - open), usual * winRate);
}
