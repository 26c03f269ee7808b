import type { Deal, DealChange } from '../deal/deal';
import { grouped } from '../deal/grouped';
import { accountsInMaking } from './accounts-in-making';
import { changeInputsOf } from './change-inputs-of';
import { dealFacts } from './deal-facts';
import { dealInputOf } from './deal-input-of';
import { finishPasses } from './finish-passes';
import { foundPasses, type FoundPass } from './found-passes';
import { isSettled } from './is-settled';
import { joinPasses } from './join-passes';
import { leadInputOf, type Conversion } from './lead-input-of';
import { momentReader } from './moment-reader';
import type { DealInput, VerdictInput } from './request';
import type { Rules } from './rules-of';
import { scorePasses, type ScoredPasses } from './score-passes';
import { seen, SEEN, type Seen } from './seen';
import { shownFields } from './shown-fields';

/** A deal as a row and a list name it. */
export interface PassedDeal {
  readonly name: string | undefined;
  readonly seenAt: string;
}

/** Passes found by each version of the rules, ready to be measured. */
export interface PassBook {
  /** As many as there are rules, in their order. */
  readonly found: readonly ScoredPasses[];
  /** Deals with a pass, by key; goes on with what they are made of. */
  readonly deals: ReadonlyMap<string, PassedDeal>;
  readonly seen: Seen;
  /** Deals of which other passes may have been found than in the last book; `undefined`: this is the first. */
  readonly renewed: ReadonlySet<string> | undefined;
}

/** What passes are found by, beside the deals. */
export interface PassesGiven {
  /** Milliseconds; the same in all rules. */
  readonly asOf: number;
  readonly rules: readonly Rules[];
  /** By the deal's key. */
  readonly verdicts: ReadonlyMap<string, readonly VerdictInput[]>;
  /** Leads by the key of the deal that they became. */
  readonly conversions?: ReadonlyMap<string, readonly Conversion[]>;
}

interface Reading {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly nameOf: (name: string) => string;
}

/** What is kept of a deal, with passes or without. */
interface KeptDeal {
  /** See `seen`. */
  readonly seen: number;
  /** Some page or interface shows a first touch of it, be it empty. */
  readonly isTouchShown: boolean;
  readonly isSettled: boolean;
}

/** Passes of deals that come one by one, and may come again. */
export interface PassesInMaking {
  /** A deal, in the place of what was known of it. One that the CRM has no more is taken out. */
  add(deal: Deal, own: readonly DealChange[]): void;
  drop(key: string): void;
  /** Deals of which a later `asOf` may find something else. */
  unsettled(): readonly string[];
  /**
   * Goes on at a later `asOf`, by the same rules but for that. Deals whose verdicts or conversions are others now, and all
   * that are unsettled, have to be added again.
   */
  moveTo(given: PassesGiven): void;
  result(): PassBook;
}

/**
 * Finds the passes of stored deals, one deal after the other: nothing but the passes and the accounts of the rest is kept,
 * so that 100,000 deals with their changes are never there at once. This is the dear part; measuring a choice is the
 * cheap one (see `handoffReport`). Of what is found already only the deals that are added again are found anew.
 */
export function passesInMaking({ today, nameOf, ...first }: Reading & PassesGiven): PassesInMaking {
  let given: PassesGiven = first;
  const ways = first.rules.map((_, nth) => ({
    nth,
    scored: undefined as ScoredPasses | undefined,
    /** By deal, of those that were added since the last book. */
    fresh: new Map<string, readonly FoundPass[]>(),
  }));
  // Rules of one place read a deal's days alike.
  const places = [...grouped(ways, ({ nth }) => first.rules[nth]?.calendar.timeZone ?? '')].map(
    ([timeZone, own]) => ({ read: momentReader(timeZone), accounts: accountsInMaking(), ways: own }),
  );
  const rulesOf = (nth: number): Rules => {
    const rules = given.rules[nth];
    if (rules === undefined) throw new RangeError('no rules');
    return rules;
  };
  const kept = new Map<string, KeptDeal>();
  const passed = new Map<string, PassedDeal>();
  /** Deals that were added or taken out since the last book. */
  let stale = new Set<string>();
  let isFirst = true;

  function drop(key: string): void {
    stale.add(key);
    if (!kept.delete(key)) return;
    passed.delete(key);
    for (const { accounts, ways: here } of places) {
      accounts.drop(key);
      for (const { fresh } of here) fresh.delete(key);
    }
  }

  /** Of a place: its passes by each of the rules, with what decides whether another instant finds others. */
  function find(deal: Deal, changes: ReturnType<typeof changeInputsOf>, place: (typeof places)[number]) {
    const { asOf, verdicts, conversions } = given;
    const { key } = deal;
    const input = begunBy(asOf, dealInputOf(deal, { read: place.read, nameOf, today }));
    if (input.createdAt !== null && input.createdAt.from > asOf)
      return { input, isFuture: true, isOver: false, isPassed: false };
    const own = conversions?.get(key) ?? [];
    const leads = own.map((lead) => leadInputOf(lead, { deal: key, read: place.read, asOf }));
    const told = { deal: input, changes, leads, verdicts: verdicts.get(key) ?? [] };
    const facts = dealFacts(input, told, asOf);
    place.accounts.add(facts.deal);
    const found = place.ways.map(({ nth, fresh }) => {
      const { setting, fields } = rulesOf(nth);
      const passes = foundPasses(facts, setting, shownFields(input, changes, fields));
      if (passes.length > 0) fresh.set(key, passes);
      return [passes, setting] as const;
    });
    return {
      input,
      isFuture: false,
      isOver: isSettled(told, facts, found),
      isPassed: found.some(([{ length }]) => length > 0),
    };
  }

  return {
    drop,
    add(deal, own) {
      const { key, removedAt, firstTouchAt } = deal;
      drop(key);
      if (removedAt !== undefined) return;
      const changes = changeInputsOf(own, nameOf);
      const found = places.map((place) => find(deal, changes, place));
      const [one] = found;
      if (one === undefined) return;
      const isOfLead = !one.isFuture && given.conversions?.has(key) === true;
      kept.set(key, {
        seen: seen(one.input, { changes, isOfLead, said: given.verdicts.get(key) ?? [] }),
        isTouchShown: firstTouchAt !== undefined,
        isSettled: found.every(({ isOver }) => isOver),
      });
      if (found.some(({ isPassed }) => isPassed))
        passed.set(key, { name: deal.name || undefined, seenAt: deal.seenAt });
    },
    unsettled: () => [...kept].flatMap(([key, deal]) => (deal.isSettled ? [] : [key])),
    moveTo(next) {
      given = next;
    },
    result() {
      const isTouchKnown = ({ deal }: FoundPass) => kept.get(deal.id)?.isTouchShown === true;
      const renewed = new Set(stale);
      for (const { accounts, ways: here } of places) {
        const { isNew, changed } = accounts.result();
        // What an account's deals say of another one of them is said anew.
        const mates = new Set(isFirst ? [] : changed.filter((key) => !stale.has(key)));
        for (const mate of mates) renewed.add(mate);
        const gone = mates.size === 0 ? stale : new Set([...stale, ...mates]);
        for (const way of here) {
          const { setting, calendar } = rulesOf(way.nth);
          const before = way.scored;
          const again =
            mates.size === 0 ? [] : (before?.handoffs.filter(({ deal }) => mates.has(deal.id)) ?? []);
          const found = [...[...way.fresh.values()].flat(), ...again];
          const fresh = finishPasses(found, { setting, calendar, isNew, isTouchKnown });
          way.scored =
            before === undefined
              ? scorePasses(fresh, setting)
              : joinPasses(before, { stale: gone, fresh }, setting);
          way.fresh.clear();
        }
      }
      const book = {
        found: ways.flatMap(({ scored }) => scored ?? []),
        deals: passed,
        seen: countSeen(kept.values()),
        renewed: isFirst ? undefined : renewed,
      };
      stale = new Set();
      isFirst = false;
      return book;
    },
  };
}

function countSeen(kept: Iterable<KeptDeal>): Seen {
  const counts = SEEN.map(() => 0);
  for (const { seen: bits } of kept)
    for (let nth = 0; nth < SEEN.length; nth += 1) counts[nth] = (counts[nth] ?? 0) + ((bits >> nth) & 1);
  return Object.fromEntries(SEEN.map((name, nth) => [name, counts[nth] ?? 0])) as Seen; // each once
}

/** Of a deal that was made today only the day is known, and the day is not over: it was made by now. */
function begunBy(asOf: number, deal: DealInput): DealInput {
  const { createdAt } = deal;
  return createdAt === null || createdAt.to <= asOf || createdAt.from > asOf
    ? deal
    : { ...deal, createdAt: { from: createdAt.from, to: asOf } };
}
