import { compareTexts } from '../../deal/compare-texts';
import { nextToEnd } from './next-to-end';
import type { RecurringDeal } from './recurring-deal';
import type { RecurringMove } from './recurring-move';
import type { RecurringTerm } from './recurring-term';

/** What has become of an account's recurring revenue, and what of it is in force. */
interface AccountHistory {
  readonly moves: readonly RecurringMove[];
  readonly terms: readonly RecurringTerm[];
}

interface Step {
  readonly on: string;
  readonly deal: RecurringDeal | undefined;
}

/**
 * Follows the closed deals of one account up to the beginning of `asOf`.
 *
 * A won deal of an account without revenue is new, else an expansion. A won renewal takes the place of the terms that end
 * first: above the old amount the rest is expansion, below it contraction. Where no term is in force, because the old one
 * is not on record or has been counted as churned, it is unmatched: no new customer, and how much of it is more than
 * before is not known. A lost renewal ends the terms that end first on the day it is lost. A term whose end has come
 * without a won renewal is churned on that day. A contract that had ended when it was won is left out. Of two deals of
 * one day the one with the smaller id comes first, and closings come before ends.
 */
export function accountHistory(deals: readonly RecurringDeal[], asOf: string): AccountHistory {
  const known = deals.filter((deal) => deal.closedOn < asOf && !isOverBefore(deal));
  const account = known[0]?.account ?? '';
  const moves: RecurringMove[] = [];
  let terms: readonly RecurringTerm[] = [];
  const note = (
    on: string,
    flow: RecurringMove['flow'],
    made: { minor: number; deal: RecurringDeal },
  ): void => {
    const { minor, deal } = made;
    if (minor > 0) moves.push({ account, on, flow, minor, deal: deal.id, by: deal.kind });
  };
  for (const { on, deal } of stepsOf(known, asOf)) {
    if (deal === undefined) {
      for (const term of terms) if (term.endOn === on) note(on, 'churned', term);
      terms = terms.filter(({ endOn }) => endOn !== on);
      continue;
    }
    const term = { deal, minor: deal.annualMinor, endOn: deal.endOn };
    if (deal.kind === 'renewal' && terms.length > 0) {
      const { old, others } = nextToEnd(terms);
      const before = old.reduce((sum, { minor }) => sum + minor, 0);
      if (deal.outcome === 'lost') {
        note(on, 'churned', { minor: before, deal });
        terms = others;
      } else {
        note(on, 'renewal', { minor: Math.min(before, term.minor), deal });
        note(on, 'expansion', { minor: term.minor - before, deal });
        note(on, 'contraction', { minor: before - term.minor, deal });
        terms = [...others, term];
      }
    } else if (deal.outcome === 'won') {
      note(on, deal.kind === 'renewal' ? 'unmatched' : terms.length === 0 ? 'new' : 'expansion', term);
      terms = [...terms, term];
    }
  }
  return { moves, terms };
}

/** A contract that had ended when it was won brings nothing. */
function isOverBefore({ outcome, endOn, closedOn }: RecurringDeal): boolean {
  return outcome === 'won' && endOn !== null && endOn <= closedOn;
}

/** Closings and ends of an account in the order in which they count. */
function stepsOf(deals: readonly RecurringDeal[], asOf: string): readonly Step[] {
  const closings = deals.map((deal): Step => ({ on: deal.closedOn, deal }));
  const ends = new Set(
    deals.flatMap(({ outcome, endOn }) =>
      outcome === 'won' && endOn !== null && endOn < asOf ? [endOn] : [],
    ),
  );
  return [...closings, ...Array.from(ends, (on): Step => ({ on, deal: undefined }))].sort(
    (a, b) =>
      compareTexts(a.on, b.on) ||
      Number(a.deal === undefined) - Number(b.deal === undefined) ||
      compareTexts(a.deal?.id ?? '', b.deal?.id ?? ''),
  );
}
