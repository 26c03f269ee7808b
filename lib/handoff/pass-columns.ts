import type { Lives } from '../stats/lives';
import { livesOf } from '../stats/lives-of';
import { coded, type Coded } from './coded';
import { DECISION_KINDS } from './decide';
import { decisionLife } from './decision-life';
import type { Handoff } from './finish-passes';
import { METRICS, type Metric, type Scores } from './metrics';
import { stageTwoLife } from './stage-two-life';
import type { Way } from './way';
import { wayToAccept } from './way-to-accept';
import { wayToTouch } from './way-to-touch';

/** What passes are on their way to; hours that are known as ranges have two bounds. */
export const JOURNEYS = ['decision', 'stageTwo', 'acceptLow', 'acceptHigh', 'touchLow', 'touchHigh'] as const;
export type Journey = (typeof JOURNEYS)[number];

/**
 * Passes by date, one a row, as columns of numbers: every measure of every choice of them is made from these alone. What
 * is asked of each choice is worked out once here, above all the orders of the times.
 */
export interface PassColumns {
  readonly size: number;
  /** Every row, in turn. */
  readonly byDate: Int32Array;
  /** Milliseconds, rising. */
  readonly passedAt: Float64Array;
  readonly from: Coded;
  readonly to: Coded;
  /** `JSON.stringify([from, to])`, where both are known. */
  readonly pair: Coded;
  /** A row may be of several teams: one column after the other, none of them twice. */
  readonly teams: { readonly names: readonly string[]; readonly codes: readonly Int32Array[] };
  readonly source: Coded;
  /** Places in `DECISION_KINDS`. */
  readonly kind: Uint8Array;
  /** Accepted by what happened, and not by a verdict. */
  readonly isAcceptedByEvent: Uint8Array;
  readonly isOpen: Uint8Array;
  /** Of returned passes. */
  readonly reason: Coded;
  /** Of won deals with an amount, and how much it is in minor units. */
  readonly wonIn: Coded;
  readonly wonMinor: Float64Array;
  /** 0..1; NaN where a pass says nothing of a share. */
  readonly scores: Readonly<Record<Metric, Float64Array>>;
  readonly journeys: Readonly<Record<Journey, Lives>>;
}

interface Sight {
  readonly asOf: number;
  readonly decideWithinMs: number;
  /** By person. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
}

/**
 * @param handoffs By date.
 * @param scores Of each of them.
 */
export function passColumns(
  handoffs: readonly Handoff[],
  scores: readonly Scores[],
  { asOf, decideWithinMs, teams }: Sight,
): PassColumns {
  const column = (nameOf: (one: Handoff) => string | null): Coded => coded(handoffs.map(nameOf));
  const numbers = (of: (one: Handoff) => number) => Float64Array.from(handoffs, of);
  const flags = (of: (one: Handoff) => boolean) => Uint8Array.from(handoffs, (one) => Number(of(one)));
  const accept = waysOf(handoffs.map(wayToAccept));
  const touch = waysOf(handoffs.map(wayToTouch));
  return {
    size: handoffs.length,
    byDate: Int32Array.from(handoffs.keys()),
    passedAt: numbers(({ pass }) => pass.at.to),
    from: column(({ pass }) => pass.from),
    to: column(({ pass }) => pass.to),
    pair: column(({ pass: { from, to } }) =>
      from === null || to === null ? null : JSON.stringify([from, to]),
    ),
    teams: teamsOf(handoffs, teams),
    source: column(({ deal }) => deal.source),
    kind: Uint8Array.from(handoffs, ({ decision }) => DECISION_KINDS.indexOf(decision.kind)),
    isAcceptedByEvent: flags(({ decision }) => decision.kind === 'accepted' && decision.basis === 'event'),
    isOpen: flags((one) => one.isOpen),
    reason: column(({ decision: { kind }, reason }) =>
      kind === 'rejected' || kind === 'recycled' ? (reason ?? 'not given') : null,
    ),
    // XXX, as ISO 4217 has it, where the deal names no currency.
    wonIn: column(({ outcome, deal }) =>
      outcome === 'won' && deal.amountMinor !== null ? (deal.currency ?? 'XXX') : null,
    ),
    wonMinor: numbers(({ deal }) => deal.amountMinor ?? 0),
    scores: Object.fromEntries(
      METRICS.map((metric) => [metric, Float64Array.from(scores, (one) => one[metric] ?? NaN)]),
    ) as PassColumns['scores'], // each metric once
    journeys: {
      decision: livesOf(handoffs.map((one) => decisionLife(one, { asOf, decideWithinMs }))),
      stageTwo: livesOf(
        handoffs.map((one, row) => stageTwoLife(one, { asOf, stage1to2: scores[row]?.stage1to2 ?? null })),
      ),
      acceptLow: accept.low,
      acceptHigh: accept.high,
      touchLow: touch.low,
      touchHigh: touch.high,
    },
  };
}

function waysOf(ways: readonly (Way | undefined)[]): { readonly low: Lives; readonly high: Lives } {
  const bound = (side: 'low' | 'high'): Lives =>
    livesOf(
      ways.map((way) => {
        if (way === undefined) return undefined;
        return way.kind === 'came'
          ? { time: way.hours[side], cause: 0 }
          : { time: way.hours, cause: way.isOver ? 1 : undefined };
      }),
    );
  return { low: bound('low'), high: bound('high') };
}

function teamsOf(
  handoffs: readonly Handoff[],
  teams: ReadonlyMap<string, readonly string[]>,
): PassColumns['teams'] {
  const own = handoffs.map(({ pass: { from, to } }) => [
    ...new Set([...(teams.get(from ?? '') ?? []), ...(teams.get(to ?? '') ?? [])]),
  ]);
  const names = [...new Set(own.flat())].toSorted();
  const most = own.reduce((so, { length }) => Math.max(so, length), 0);
  const codes = Array.from({ length: most }, (_, nth) =>
    Int32Array.from(own, (these) => names.indexOf(these[nth] ?? '')),
  );
  return { names, codes };
}
