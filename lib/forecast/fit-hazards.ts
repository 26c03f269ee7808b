import { AGE_BINS } from './age-bins';
import { ageRates } from './age-rates';
import type { EventCounts } from './event-counts';
import type { Hazards } from './hazards';
import type { AgeTuning, Tuning } from './tuning';

interface Evidence {
  readonly counts: EventCounts;
  /** Deal days at risk by cell: of winning, of losing and of moving. */
  readonly winAt: Float64Array;
  readonly lossAt: Float64Array;
  readonly moveAt: Float64Array;
  readonly stageProbability: Float64Array;
}

/**
 * Competing hazards to win, lose and move on, by stage and days in the stage. Bins are drawn to each
 * other, the stage to what its configured chance says; older evidence weighs less.
 */
export function fitHazards(
  { counts, winAt, lossAt, moveAt, stageProbability }: Evidence,
  tuning: Tuning,
): Hazards {
  const { wins, losses, moves } = counts;
  const cells = winAt.length;
  const stageCount = moves.length / cells;
  const hazards = {
    stageCount,
    win: new Float64Array(cells),
    loss: new Float64Array(cells),
    move: new Float64Array(cells * stageCount),
  };
  const rate = Math.LN2 / tuning.unknownClosingDays;
  const total = winAt.reduce((sum, at) => sum + at, 0);
  const closings = wins.reduce((sum, one) => sum + one, 0) + losses.reduce((sum, one) => sum + one, 0);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const chance = priorChance(stageProbability[stage] ?? NaN, tuning);
    const share = total > 0 ? sumOf(winAt, stage) / total : 1 / stageCount;
    const prior = tuning.stagePrior * Math.max(share, tuning.fewClosings / (tuning.fewClosings + closings));
    const from = stage * AGE_BINS;
    const win = { events: wins, at: winAt, prior: prior * chance, rate: rate * chance };
    const loss = { events: losses, at: lossAt, prior: prior * (1 - chance), rate: rate * (1 - chance) };
    hazards.win.set(ratesOf(stage, win, tuning.ages), from);
    hazards.loss.set(ratesOf(stage, loss, tuning.ages), from);
    fillMoves(hazards.move, { stage, stageCount, moves, at: moveAt }, tuning.ages);
  }
  return hazards;
}

/** A configured chance is a wish more often than a measurement: it moves only so far from what is usual. */
function priorChance(configured: number, { usualChance, trustInConfigured }: Tuning): number {
  return Number.isNaN(configured)
    ? usualChance
    : usualChance + trustInConfigured * (configured - usualChance);
}

interface Fill {
  readonly events: Float64Array;
  readonly at: Float64Array;
  /** Events before any are seen, and the rate at which they are thought to come. */
  readonly prior: number;
  readonly rate: number;
}

function ratesOf(stage: number, { events, at, prior, rate }: Fill, tuning: AgeTuning): Float64Array {
  const mean = (sumOf(events, stage) + prior) / (sumOf(at, stage) + prior / rate);
  const [from, end] = [stage * AGE_BINS, (stage + 1) * AGE_BINS];
  return ageRates({ events: events.subarray(from, end), at: at.subarray(from, end), mean }, tuning);
}

interface FillMoves {
  readonly stage: number;
  readonly stageCount: number;
  readonly moves: Float64Array;
  readonly at: Float64Array;
}

function fillMoves(to: Float64Array, { stage, stageCount, moves, at }: FillMoves, tuning: AgeTuning): void {
  const exposed = sumOf(at, stage);
  if (exposed === 0) return;
  const from = stage * AGE_BINS;
  const here = at.subarray(from, from + AGE_BINS);
  const events = new Float64Array(AGE_BINS);
  for (let target = 0; target < stageCount; target += 1) {
    let all = 0;
    for (let bin = 0; bin < AGE_BINS; bin += 1)
      all += events[bin] = moves[(from + bin) * stageCount + target] ?? 0;
    if (all === 0) continue;
    ageRates({ events, at: here, mean: all / exposed }, tuning).forEach((rate, bin) => {
      to[(from + bin) * stageCount + target] = rate;
    });
  }
}

function sumOf(cells: Float64Array, stage: number): number {
  let sum = 0;
  for (let cell = stage * AGE_BINS; cell < (stage + 1) * AGE_BINS; cell += 1) sum += cells[cell] ?? 0;
  return sum;
}
