import type { Handoff } from '../../../lib/handoff/finish-passes';
import type { PassFilter } from '../../../lib/handoff/is-chosen';
import { METRICS, STAGE_TWO_MS, type Counts, type Metric } from '../../../lib/handoff/metrics';
import { rate, type Count } from '../../../lib/handoff/rate';
import type { ScoredPasses } from '../../../lib/handoff/score-passes';
import { decisionLife } from '../../../lib/handoff/decision-life';
import { stageTwoLife } from '../../../lib/handoff/stage-two-life';
import { wayToAccept } from '../../../lib/handoff/way-to-accept';
import { wayToTouch } from '../../../lib/handoff/way-to-touch';
import type { Way } from '../../../lib/handoff/way';
import type { CompetingLife } from '../../../lib/stats/lives-of';

/** A pass with what it says of each share. */
export interface Plain {
  readonly handoff: Handoff;
  readonly score: (metric: Metric) => number | null;
}

/** The passes one by one, as anybody would write them down. */
export function plainOf({ handoffs, columns }: ScoredPasses): readonly Plain[] {
  return handoffs.map((handoff, row) => ({
    handoff,
    score: (metric) => {
      const score = columns.scores[metric][row] ?? NaN;
      return Number.isNaN(score) ? null : score;
    },
  }));
}

export function plainFilter(
  { sdr, ae, person, team, source }: PassFilter,
  teamsOf: (name: string | null) => readonly string[],
) {
  return ({ handoff: { pass, deal } }: Plain): boolean =>
    (sdr === undefined || pass.from === sdr) &&
    (ae === undefined || pass.to === ae) &&
    (person === undefined || pass.from === person || pass.to === person) &&
    (source === undefined || deal.source === source) &&
    (team === undefined || teamsOf(pass.from).includes(team) || teamsOf(pass.to).includes(team));
}

/** Sums of what passes say, one after the other. */
export function plainSums(part: readonly Plain[]): Counts {
  const entries = METRICS.map((metric): [Metric, Count] => {
    const told = part.map(({ score }) => score(metric)).filter((score) => score !== null);
    return [metric, { sum: told.reduce((sum, one) => sum + one, 0), n: told.length }];
  });
  return Object.fromEntries(entries) as Record<Metric, Count>;
}

/** All but some of them: sums taken from sums, since that is how the figures are defined. */
export function plainRest(all: readonly Plain[], own: readonly Plain[]): Counts {
  const [wide, narrow] = [plainSums(all), plainSums(own)];
  const entries = METRICS.map((metric): [Metric, Count] => {
    const n = wide[metric].n - narrow[metric].n;
    return [metric, { sum: n === 0 ? 0 : Math.max(0, wide[metric].sum - narrow[metric].sum), n }];
  });
  return Object.fromEntries(entries) as Record<Metric, Count>;
}

interface Step {
  readonly time: number;
  readonly wanted: number;
  readonly other: number;
}

/** Aalen and Johansen by their formula, from lives in any order. */
function curveOf(lives: readonly CompetingLife[]): readonly Step[] {
  const steps: Step[] = [];
  let [survival, wanted, other] = [1, 0, 0];
  for (const time of [...new Set(lives.map((life) => life.time))].toSorted((a, b) => a - b)) {
    const atRisk = lives.filter((life) => life.time >= time).length;
    const ended = (cause: number) =>
      lives.filter((life) => life.time === time && life.cause === cause).length;
    const [first, second] = [ended(0), ended(1)];
    if (first + second === 0) continue;
    wanted += (survival * first) / atRisk;
    other += (survival * second) / atRisk;
    survival *= 1 - (first + second) / atRisk;
    steps.push({ time, wanted, other });
  }
  return steps;
}

function at(steps: readonly Step[], time: number): Step {
  return steps.findLast((step) => step.time <= time) ?? { time, wanted: 0, other: 0 };
}

/** What the lives come to at the horizon, going on from where they end as all of them do. */
function endsOf(own: readonly CompetingLife[], all: readonly CompetingLife[], horizon: number) {
  const [mine, whole] = [curveOf(own), curveOf(all)];
  const until = (lives: readonly CompetingLife[]) => Math.max(0, ...lives.map(({ time }) => time));
  const here = at(mine, Math.min(until(own), horizon));
  const left = 1 - here.wanted - here.other;
  if (until(own) >= horizon || left < 1e-9) return { ...here, unseen: 0 };
  const [start, end] = [at(whole, until(own)), at(whole, horizon)];
  const open = 1 - start.wanted - start.other;
  if (open < 1e-9) return { ...here, unseen: left };
  const scale = left / open;
  return {
    wanted: here.wanted + scale * (end.wanted - start.wanted),
    other: here.other + scale * (end.other - start.other),
    unseen: until(all) >= horizon ? 0 : scale * (1 - end.wanted - end.other),
  };
}

function plainHours(ways: readonly Way[]) {
  const came = ways.filter((way) => way.kind === 'came');
  if (came.length < 3) return { kind: 'too-few', n: came.length };
  const quantile = (share: number, side: 'low' | 'high'): number => {
    const steps = curveOf(
      ways.map((way): CompetingLife =>
        way.kind === 'came'
          ? { time: way.hours[side], cause: 0 }
          : { time: way.hours, cause: way.isOver ? 1 : undefined },
      ),
    );
    const height = share * (steps.at(-1)?.wanted ?? 0);
    const here = steps.find(({ wanted }) => wanted >= height - 1e-12)?.time ?? 0;
    return (here + (steps.find(({ wanted }) => wanted > height + 1e-12)?.time ?? here)) / 2;
  };
  const span = (share: number) => {
    const [low, high] = [quantile(share, 'low'), quantile(share, 'high')];
    return low === high ? low : { low: Math.min(low, high), high: Math.max(low, high) };
  };
  const censored = ways.filter((way) => way.kind === 'waits' && !way.isOver).length;
  return { median: span(0.5), p90: span(0.9), n: came.length, censored };
}

/** The measures of some passes as the specification defines them, one after the other. */
export function plainMeasures(
  part: readonly Plain[],
  others: Counts,
  { all, asOf, decideWithinMs }: { all: readonly Plain[]; asOf: number; decideWithinMs: number },
) {
  const own = plainSums(part);
  const handoffs = part.map(({ handoff }) => handoff);
  const isOld = (windowMs: number) => handoffs.every(({ pass }) => pass.at.to + windowMs <= asOf);
  const decisions = (these: readonly Plain[]) =>
    these.map(({ handoff }) => decisionLife(handoff, { asOf, decideWithinMs }));
  const stages = (these: readonly Plain[]) =>
    these.map(({ handoff, score }) => stageTwoLife(handoff, { asOf, stage1to2: score('stage1to2') }));
  const counted = (kind: string) => handoffs.filter(({ decision }) => decision.kind === kind).length;
  const accepted = (() => {
    if (own.acceptance.n < 1 || isOld(decideWithinMs)) return rate(own.acceptance, others.oldAcceptance);
    const { wanted, other, unseen } = endsOf(decisions(part), decisions(all), decideWithinMs);
    const shape = { share: wanted / (wanted + other), unseen: unseen / (wanted + other + unseen) };
    return rate(own.acceptance, others.oldAcceptance, shape);
  })();
  const stage1to2 = (() => {
    const { n } = own.stage1to2;
    if (n < 1 || (n === own.oldStage1to2.n && isOld(STAGE_TWO_MS)))
      return rate(own.stage1to2, others.oldStage1to2);
    const { wanted, unseen } = endsOf(stages(part), stages(all), STAGE_TWO_MS);
    return rate(own.stage1to2, others.oldStage1to2, { share: Math.min(1, wanted), unseen });
  })();
  const won = handoffs.filter(({ outcome, deal }) => outcome === 'won' && deal.amountMinor !== null);
  return {
    passes: part.length,
    accepted: counted('accepted'),
    rejected: counted('rejected'),
    recycled: counted('recycled'),
    lapsed: counted('lapsed'),
    undecided: counted('undecided'),
    acceptanceRate: accepted,
    stage1to2,
    timeToAcceptHours: plainHours(handoffs.map(wayToAccept).filter((way) => way !== undefined)),
    timeToTouchHours: plainHours(handoffs.map(wayToTouch).filter((way) => way !== undefined)),
    completeness: rate(own.completeness, others.completeness),
    heldRate: rate(own.heldRate, others.heldRate),
    winRate: rate(own.winRate, others.winRate),
    hotPass: rate(own.hotPass, others.hotPass),
    auditPass: rate(own.auditPass, others.auditPass),
    wonMinor: won.reduce((sum, { deal }) => sum + (deal.amountMinor ?? 0), 0),
    returned: handoffs.filter(({ decision: { kind } }) => kind === 'rejected' || kind === 'recycled').length,
  };
}
