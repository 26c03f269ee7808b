import type { Lives } from '../stats/lives';
import { livesOf, type CompetingLife } from '../stats/lives-of';
import { auditBits } from './audit-bits';
import { auditShares } from './audit-shares';
import { coded, type Coded } from './coded';
import { DECISION_KINDS } from './decide';
import { decisionLife } from './decision-life';
import type { Handoff } from './finish-passes';
import { METRICS, NO_CURRENCY, type Metric, type Scores } from './metrics';
import { scores } from './scores';
import type { Setting } from './setting';
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
  /** Of won deals with an amount, `XXX` where the deal names no currency; and how much it is in minor units. */
  readonly wonIn: Coded;
  readonly wonMinor: Float64Array;
  /** See `AuditBits`. */
  readonly audits: { readonly yes: Uint8Array; readonly no: Uint8Array };
  /** 0..1; NaN where a pass says nothing of a share. */
  readonly scores: Readonly<Record<Metric, Float64Array>>;
  readonly journeys: Readonly<Record<Journey, Lives>>;
}

/** @param handoffs By date. */
export function passColumns(
  handoffs: readonly Handoff[],
  { asOf, decideWithinMs, qualifiedOrder, teams }: Setting,
): PassColumns {
  const sight = { asOf, decideWithinMs, knowsStages: qualifiedOrder !== undefined };
  const size = handoffs.length;
  const names = eachOf(NAMED, () => Array.from({ length: size }, (): string | null => null));
  const lives = eachOf(JOURNEYS, () => Array.from<CompetingLife | undefined>({ length: size }));
  const told = eachOf(METRICS, () => new Float64Array(size));
  const audits = { yes: new Uint8Array(size), no: new Uint8Array(size) };
  const passedAt = new Float64Array(size);
  const wonMinor = new Float64Array(size);
  const kind = new Uint8Array(size);
  const isAcceptedByEvent = new Uint8Array(size);
  const isOpen = new Uint8Array(size);
  // One pass after the other, and not one column after the other: a pass's parts lie together.
  for (const [row, handoff] of handoffs.entries()) {
    const { pass, deal, decision, outcome } = handoff;
    passedAt[row] = pass.at.to;
    kind[row] = DECISION_KINDS.indexOf(decision.kind);
    isAcceptedByEvent[row] = Number(decision.kind === 'accepted' && decision.basis === 'event');
    isOpen[row] = Number(handoff.isOpen);
    names.from[row] = pass.from;
    names.to[row] = pass.to;
    if (pass.from !== null && pass.to !== null) names.pair[row] = JSON.stringify([pass.from, pass.to]);
    names.source[row] = deal.source;
    if (decision.kind === 'rejected' || decision.kind === 'recycled')
      names.reason[row] = handoff.reason ?? 'not given';
    if (outcome === 'won' && deal.amountMinor !== null) {
      names.wonIn[row] = deal.currency ?? NO_CURRENCY;
      wonMinor[row] = deal.amountMinor;
    }
    const own: Partial<Scores> = scores(handoff, sight);
    for (const metric of METRICS) told[metric][row] = own[metric] ?? NaN;
    const { yes, no } = auditBits(handoff);
    audits.yes[row] = yes;
    audits.no[row] = no;
    lives.decision[row] = decisionLife(handoff, { asOf, decideWithinMs });
    lives.stageTwo[row] = stageTwoLife(handoff, { asOf, stage1to2: own.stage1to2 ?? null });
    const [accept, touch] = [wayToAccept(handoff), wayToTouch(handoff)];
    lives.acceptLow[row] = lifeOf(accept, 'low');
    lives.acceptHigh[row] = lifeOf(accept, 'high');
    lives.touchLow[row] = lifeOf(touch, 'low');
    lives.touchHigh[row] = lifeOf(touch, 'high');
  }
  return {
    size,
    byDate: Int32Array.from(handoffs.keys()),
    passedAt,
    kind,
    isAcceptedByEvent,
    isOpen,
    wonMinor,
    ...eachOf(NAMED, (name) => coded(names[name])),
    teams: teamsOf(handoffs, teams),
    audits,
    scores: { ...told, auditPass: auditShares(audits) },
    journeys: eachOf(JOURNEYS, (journey) => livesOf(lives[journey])),
  };
}

const NAMED = ['from', 'to', 'pair', 'source', 'reason', 'wonIn'] as const;

function eachOf<Name extends string, T>(names: readonly Name[], of: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, T>; // each once
}

function lifeOf(way: Way | undefined, side: 'low' | 'high'): CompetingLife | undefined {
  if (way === undefined) return undefined;
  return way.kind === 'came'
    ? { time: way.hours[side], cause: 0 }
    : { time: way.hours, cause: way.isOver ? 1 : undefined };
}

function teamsOf(
  handoffs: readonly Handoff[],
  teams: ReadonlyMap<string, readonly string[]>,
): PassColumns['teams'] {
  const people = new Set(handoffs.flatMap(({ pass: { from, to } }) => [from ?? '', to ?? '']));
  const names = [...new Set([...people].flatMap((person) => teams.get(person) ?? []))].toSorted();
  const places = new Map(names.map((name, place) => [name, place]));
  const codes: Int32Array[] = [];
  for (const [row, { pass }] of handoffs.entries()) {
    const own = new Set([...(teams.get(pass.from ?? '') ?? []), ...(teams.get(pass.to ?? '') ?? [])]);
    let nth = 0;
    for (const name of own) {
      const column = (codes[nth++] ??= new Int32Array(handoffs.length).fill(-1));
      column[row] = places.get(name) ?? -1;
    }
  }
  return { names, codes };
}
