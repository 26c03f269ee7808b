import type { Deal, DealChange } from '../deal/deal';
import { grouped } from '../deal/grouped';
import { accountsInMaking } from './accounts-in-making';
import { changeInputsOf } from './change-inputs-of';
import { dealInputOf } from './deal-input-of';
import { shownFields } from './shown-fields';
import { dealFacts } from './deal-facts';
import { finishPasses } from './finish-passes';
import { foundPasses, type FoundPass } from './found-passes';
import { leadInputOf, type Conversion } from './lead-input-of';
import { momentReader } from './moment-reader';
import type { ChangeInput, DealInput, VerdictInput } from './request';
import type { Rules } from './rules-of';
import { scorePasses, type ScoredPasses } from './score-passes';

/** What is seen on deals at all: where something is nowhere, a screen says how to supply it. Numbers of deals. */
export interface Seen {
  deals: number;
  sdr: number;
  ownerChange: number;
  /** That a lead became. */
  lead: number;
  stageChange: number;
  qualification: number;
  touch: number;
  meeting: number;
  /** That say of a pass whether it was hot, or of which somebody has said so. */
  hot: number;
}

/** A deal as a row and a list name it. */
export interface PassedDeal {
  readonly name: string | undefined;
  readonly seenAt: string;
}

/** Passes found by each version of the rules, ready to be measured. */
export interface PassBook {
  /** As many as there are rules, in their order. */
  readonly found: readonly ScoredPasses[];
  /** Deals with a pass, by key. */
  readonly deals: ReadonlyMap<string, PassedDeal>;
  readonly seen: Seen;
}

interface Given {
  /** Milliseconds; the same in all rules. */
  readonly asOf: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly rules: readonly Rules[];
  readonly nameOf: (name: string) => string;
  /** By the deal's key. */
  readonly verdicts: ReadonlyMap<string, readonly VerdictInput[]>;
  /** Leads by the key of the deal that they became. */
  readonly conversions?: ReadonlyMap<string, readonly Conversion[]>;
}

/**
 * Finds the passes of stored deals, one deal after the other: nothing but the passes and the accounts of the rest is kept,
 * so that 100,000 deals with their changes are never there at once. This is the dear part; measuring a choice is the
 * cheap one (see `handoffReport`).
 */
export function passesInMaking({ asOf, today, rules, nameOf, verdicts, conversions }: Given) {
  const ways = rules.map((one, nth) => ({ ...one, nth, found: [] as FoundPass[] }));
  // Rules of one place read a deal's days alike.
  const places = [...grouped(ways, ({ calendar }) => calendar.timeZone)].map(([timeZone, own]) => ({
    read: momentReader(timeZone),
    accounts: accountsInMaking(),
    ways: own,
  }));
  const deals = new Map<string, PassedDeal>();
  /** Deals of which some page or interface shows a first touch, be it empty. */
  const touchShown = new Set<string>();
  const seen: Seen = {
    deals: 0,
    sdr: 0,
    ownerChange: 0,
    lead: 0,
    stageChange: 0,
    qualification: 0,
    touch: 0,
    meeting: 0,
    hot: 0,
  };
  return {
    /** A deal that the CRM has no more is passed over. */
    add(deal: Deal, own: readonly DealChange[]): void {
      if (deal.removedAt !== undefined) return;
      const changes = changeInputsOf(own, nameOf);
      let isPassed = false;
      for (const [nth, { read, accounts, ways: here }] of places.entries()) {
        const input = begunBy(asOf, dealInputOf(deal, { read, nameOf, today }));
        const said = verdicts.get(deal.key) ?? [];
        if (nth === 0) see(seen, input, { changes, said });
        if (input.createdAt !== null && input.createdAt.from > asOf) continue;
        if (nth === 0 && conversions?.has(deal.key) === true) seen.lead += 1;
        const leads = (conversions?.get(deal.key) ?? []).map((lead) =>
          leadInputOf(lead, { deal: deal.key, read, asOf }),
        );
        const facts = dealFacts(input, { leads, verdicts: said, changes }, asOf);
        accounts.add(facts.deal);
        for (const { setting, fields, found } of here) {
          const passes = foundPasses(facts, setting, shownFields(input, changes, fields));
          found.push(...passes);
          isPassed ||= passes.length > 0;
        }
      }
      if (isPassed && deal.firstTouchAt !== undefined) touchShown.add(deal.key);
      if (isPassed) deals.set(deal.key, { name: deal.name || undefined, seenAt: deal.seenAt });
    },
    result(): PassBook {
      const isTouchKnown = ({ deal }: FoundPass) => touchShown.has(deal.id);
      const found = places.flatMap(({ accounts, ways: here }) => {
        const isNew = accounts.result();
        return here.map(({ setting, calendar, found: passes, nth }) => ({
          nth,
          scored: scorePasses(finishPasses(passes, { setting, calendar, isNew, isTouchKnown }), setting),
        }));
      });
      const inOrder = found.toSorted((a, b) => a.nth - b.nth).map(({ scored }) => scored);
      return { found: inOrder, deals, seen };
    },
  };
}

/** Of a deal that was made today only the day is known, and the day is not over: it was made by now. */
function begunBy(asOf: number, deal: DealInput): DealInput {
  const { createdAt } = deal;
  return createdAt === null || createdAt.to <= asOf || createdAt.from > asOf
    ? deal
    : { ...deal, createdAt: { from: createdAt.from, to: asOf } };
}

interface Told {
  readonly changes: readonly ChangeInput[];
  readonly said: readonly VerdictInput[];
}

function see(seen: Seen, deal: DealInput, { changes, said }: Told): void {
  const has = (field: string) => changes.some((change) => change.field === field);
  seen.deals += 1;
  if (deal.sdr !== null) seen.sdr += 1;
  if (has('owner')) seen.ownerChange += 1;
  if (has('stage')) seen.stageChange += 1;
  // A next step is one of them, and stands on nearly every page.
  if (Object.keys(deal.qualification ?? {}).some((id) => id !== 'nextStep')) seen.qualification += 1;
  if (deal.firstTouchAt !== null) seen.touch += 1;
  if (deal.meetingHeld !== null) seen.meeting += 1;
  if (deal.hotPass !== null || said.some(({ hot }) => hot !== null)) seen.hot += 1;
}
