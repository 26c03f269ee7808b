import { AGE_BINS } from './age-bins';
import { type Exposure, LOSS, MOVE, WIN } from './exposure';
import type { DayFactors, Hazards } from './hazards';
import type { Tuning } from './tuning';

/** Days until half of all deals are closed where nothing is known yet. */
const UNKNOWN_CLOSING_DAYS = 60;
/** A configured chance is a wish more often than a measurement: it moves this far from what is usual. */
const USUAL_CHANCE = 0.25;
const TRUST_IN_CONFIGURED = 0.3;
/** Closings up to which each stage has the whole prior to itself; with more of them the stages share it by exposure. */
const FEW_CLOSINGS = 6;

/** Half-lives after which evidence is left out: it weighs 3 % by then. */
const FORGOTTEN = 5;

interface FitOptions {
  /** Only days before this one count. */
  readonly until: number;
  readonly factors: DayFactors;
  readonly stageProbability: Float64Array;
  readonly tuning: Tuning;
}

/**
 * Competing hazards to win, lose and move on, by stage and days in the stage. Each bin is drawn to the mean of its
 * stage, the stage to what its configured chance says; older evidence weighs less.
 */
export function fitHazards(
  exposure: Exposure,
  { until, factors, stageProbability, tuning }: FitOptions,
): Hazards {
  const { firstDay, days, cells, stageCount, atRisk } = exposure;
  const end = Math.min(days, until - firstDay);
  const begin = Math.max(0, end - Math.round(FORGOTTEN * tuning.halfLife));
  const weight = new Float64Array(days);
  const [winWeight, lossWeight, moveWeight] = [
    new Float64Array(days),
    new Float64Array(days),
    new Float64Array(days),
  ];
  const offset = firstDay - factors.firstDay;
  for (let day = begin; day < end; day += 1) {
    const one = 2 ** (-(end - 1 - day) / tuning.halfLife);
    weight[day] = one;
    winWeight[day] = day + firstDay >= exposure.winsFrom ? one * (factors.win[day + offset] ?? 1) : 0;
    lossWeight[day] = day + firstDay >= exposure.lossesFrom ? one * (factors.loss[day + offset] ?? 1) : 0;
    moveWeight[day] = one * (factors.move[day + offset] ?? 1);
  }
  const winAt = new Float64Array(cells);
  const lossAt = new Float64Array(cells);
  const moveAt = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    let [win, loss, move] = [0, 0, 0];
    const row = cell * days;
    for (let day = begin; day < end; day += 1) {
      const here = atRisk[row + day] ?? 0;
      if (here === 0) continue;
      win += here * (winWeight[day] ?? 0);
      loss += here * (lossWeight[day] ?? 0);
      move += here * (moveWeight[day] ?? 0);
    }
    winAt[cell] = win;
    lossAt[cell] = loss;
    moveAt[cell] = move;
  }
  const wins = new Float64Array(cells);
  const losses = new Float64Array(cells);
  const moves = new Float64Array(cells * stageCount);
  for (let at = 0; at < exposure.eventDay.length; at += 1) {
    const day = (exposure.eventDay[at] ?? 0) - firstDay;
    if (day >= end) break;
    const cell = exposure.eventCell[at] ?? 0;
    const kind = exposure.eventKind[at] ?? 0;
    const weighed = weight[day] ?? 0;
    if (kind === WIN && day + firstDay >= exposure.winsFrom) add(wins, cell, weighed);
    else if (kind === LOSS && day + firstDay >= exposure.lossesFrom) add(losses, cell, weighed);
    else if (kind >= MOVE) add(moves, cell * stageCount + kind - MOVE, weighed);
  }
  const hazards = {
    stageCount,
    win: new Float64Array(cells),
    loss: new Float64Array(cells),
    move: new Float64Array(cells * stageCount),
  };
  const rate = Math.LN2 / UNKNOWN_CLOSING_DAYS;
  const total = winAt.reduce((sum, at) => sum + at, 0);
  const closings = wins.reduce((sum, one) => sum + one, 0) + losses.reduce((sum, one) => sum + one, 0);
  for (let stage = 0; stage < stageCount; stage += 1) {
    const chance = priorChance(stageProbability[stage] ?? NaN);
    const share = total > 0 ? sumOf(winAt, stage) / total : 1 / stageCount;
    const prior = tuning.stagePrior * Math.max(share, FEW_CLOSINGS / (FEW_CLOSINGS + closings));
    fill(hazards.win, stage, {
      events: wins,
      at: winAt,
      prior: prior * chance,
      rate: rate * chance,
      bin: tuning.binPrior,
    });
    fill(hazards.loss, stage, {
      events: losses,
      at: lossAt,
      prior: prior * (1 - chance),
      rate: rate * (1 - chance),
      bin: tuning.binPrior,
    });
    fillMoves(hazards.move, { stage, stageCount, moves, at: moveAt, bin: tuning.binPrior });
  }
  return hazards;
}

function priorChance(configured: number): number {
  return Number.isNaN(configured)
    ? USUAL_CHANCE
    : USUAL_CHANCE + TRUST_IN_CONFIGURED * (configured - USUAL_CHANCE);
}

interface Fill {
  readonly events: Float64Array;
  readonly at: Float64Array;
  readonly prior: number;
  readonly rate: number;
  readonly bin: number;
}

/** (events + prior events) / (exposure + the exposure in which the prior rate brings as many). */
function fill(to: Float64Array, stage: number, { events, at, prior, rate, bin }: Fill): void {
  const mean = (sumOf(events, stage) + prior) / (sumOf(at, stage) + prior / rate);
  for (let cell = stage * AGE_BINS; cell < (stage + 1) * AGE_BINS; cell += 1) {
    to[cell] = Math.min(1, ((events[cell] ?? 0) + bin) / ((at[cell] ?? 0) + bin / mean));
  }
}

interface FillMoves {
  readonly stage: number;
  readonly stageCount: number;
  readonly moves: Float64Array;
  readonly at: Float64Array;
  readonly bin: number;
}

function fillMoves(to: Float64Array, { stage, stageCount, moves, at, bin }: FillMoves): void {
  const exposed = sumOf(at, stage);
  if (exposed === 0) return;
  for (let target = 0; target < stageCount; target += 1) {
    let events = 0;
    for (let cell = stage * AGE_BINS; cell < (stage + 1) * AGE_BINS; cell += 1)
      events += moves[cell * stageCount + target] ?? 0;
    if (events === 0) continue;
    const mean = events / exposed;
    for (let cell = stage * AGE_BINS; cell < (stage + 1) * AGE_BINS; cell += 1) {
      const here = cell * stageCount + target;
      to[here] = Math.min(1, ((moves[here] ?? 0) + bin) / ((at[cell] ?? 0) + bin / mean));
    }
  }
}

function sumOf(cells: Float64Array, stage: number): number {
  let sum = 0;
  for (let cell = stage * AGE_BINS; cell < (stage + 1) * AGE_BINS; cell += 1) sum += cells[cell] ?? 0;
  return sum;
}

function add(to: Float64Array, at: number, what: number): void {
  to[at] = (to[at] ?? 0) + what;
}
