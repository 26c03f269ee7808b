import { businessHours } from '../calendar/business-hours';
import { accountHistory } from './account-history';
import { audit, type AuditItem } from './audit';
import { completeness, type Completeness } from './completeness';
import { dealFacts, type DealFacts } from './deal-facts';
import { decide, type Decision } from './decide';
import { findPasses, type Pass } from './find-passes';
import type { DealEvent } from './deal-events';
import type { DealInput, HandoffRequest } from './request';
import { returnReason } from './return-reason';
import { setting as settingOf } from './setting';
import { isTimely } from './is-timely';
import { touch, type HourRange, type Touch } from './touch';
import { TUNING } from './tuning';

/** A pass with all that is known of it. */
export interface Handoff {
  readonly deal: DealInput;
  readonly pass: Pass;
  readonly decision: Decision;
  readonly reason: string | null;
  /** Of accepted passes of which it is known when. */
  readonly hoursToAccept: HourRange | null;
  /** Until the decision, the window's end, or `asOf`. */
  readonly hoursWatched: number;
  /** From the pass to the qualified stage, before the next pass; `null` where it was not reached, or no history tells. */
  readonly stageTwoMs: number | null;
  readonly touch: Touch;
  readonly timely: boolean | null;
  readonly completeness: Completeness | null;
  readonly meetingHeld: boolean | null;
  /** The deal's, told at its last pass alone, so that each deal counts once. */
  readonly outcome: 'won' | 'lost' | null;
  readonly hotPass: boolean | null;
  readonly audit: readonly AuditItem[];
}

/** Every pass of the request, by date and then by deal. */
export function handoffsOf(request: HandoffRequest): readonly Handoff[] {
  const { asOf, deals, process } = request;
  const setting = settingOf(request.people, process, asOf);
  const [leads, verdicts, changes] = [group(request.leads), group(request.verdicts), group(request.changes)];
  const existing = deals.filter(
    ({ createdAt }) => createdAt === null || createdAt.to <= asOf || createdAt.from <= asOf,
  );
  const all = existing.map((deal) => {
    const parts = {
      leads: leads.get(deal.id) ?? [],
      verdicts: verdicts.get(deal.id) ?? [],
      changes: changes.get(deal.id) ?? [],
    };
    const facts = dealFacts(deal, parts, asOf);
    return { facts, ...findPasses(facts, setting) };
  });
  const earliest = all.reduce((least, { passes }) => Math.min(least, passes[0]?.at.from ?? asOf), asOf);
  const hours = businessHours(request.calendar, { from: earliest, to: asOf });
  const isNew = accountHistory(all.map(({ facts }) => facts.deal));
  const touchesKnown = deals.some(({ firstTouchAt }) => firstTouchAt !== null && firstTouchAt.from <= asOf);

  return all
    .flatMap(({ facts, passes, events }) =>
      passes.map((pass, at): Handoff => {
        const { deal } = facts;
        const decision = decide(pass, { facts, events }, setting);
        const reason = returnReason(decision.reason);
        const known = touch(pass, { facts, decision }, { setting, hours });
        const touched: Touch = touchesKnown ? known : { kind: 'unknown' };
        const timely = isTimely(touched, process.touchWithinHours);
        const filled = completeness(facts, request.fields, pass.at.to);
        const isLast = at === passes.length - 1;
        const trulyNew = isNew(deal, pass.at.to);
        return {
          deal,
          pass,
          decision,
          reason,
          hoursToAccept: hoursToAccept(pass, decision, hours),
          hoursWatched: hours(
            pass.at.to,
            Math.min(decision.at?.to ?? asOf, pass.at.to + setting.decideWithinMs, asOf),
          ),
          stageTwoMs: stageTwo(pass, events, asOf),
          touch: touched,
          timely,
          completeness: filled,
          meetingHeld: hasMeeting(deal, passes, pass) ? meetingHeld(facts, asOf) : null,
          outcome: isLast && (deal.outcome === 'won' || deal.outcome === 'lost') ? deal.outcome : null,
          hotPass: isLast ? deal.hotPass : null,
          audit: audit({ deal, decision, reason, completeness: filled, timely, trulyNew }),
        };
      }),
    )
    .toSorted(
      (a, b) =>
        a.pass.at.to - b.pass.at.to ||
        (a.deal.id < b.deal.id ? -1 : Number(a.deal.id > b.deal.id)) ||
        a.pass.attempt - b.pass.attempt,
    );
}

function group<Row extends { readonly deal: string | null }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.deal === null) continue;
    const own = groups.get(row.deal);
    if (own === undefined) groups.set(row.deal, [row]);
    else own.push(row);
  }
  return groups;
}

function hoursToAccept(
  pass: Pass,
  { kind, at }: Decision,
  hours: (from: number, to: number) => number,
): HourRange | null {
  if (kind !== 'accepted' || at === null) return null;
  const low = hours(pass.at.to, at.from);
  return { low, high: Math.max(low, hours(pass.at.from, at.to)) };
}

function stageTwo({ at, after, until }: Pass, events: readonly DealEvent[], asOf: number): number | null {
  const earliest = Math.max(at.to - TUNING.clockSkewMs, after);
  const reached = events.find(
    (event) =>
      event.kind === 'qualified' && event.at.to >= earliest && event.at.to < until && event.at.to <= asOf,
  );
  return reached === undefined ? null : Math.max(0, reached.at.to - at.to);
}

/** Whether the deal's meeting is of this pass: the last one before it, else the first. Without a date: the last. */
function hasMeeting({ meetingSetFor }: DealInput, passes: readonly Pass[], pass: Pass): boolean {
  if (meetingSetFor === null) return pass === passes.at(-1);
  return pass === (passes.findLast(({ at }) => at.to <= meetingSetFor.to) ?? passes[0]);
}

/** A meeting that is still to come was neither held nor missed. */
function meetingHeld({ deal }: DealFacts, asOf: number): boolean | null {
  return deal.meetingSetFor !== null && deal.meetingSetFor.from > asOf ? null : deal.meetingHeld;
}
