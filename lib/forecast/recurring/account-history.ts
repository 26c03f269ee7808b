import { compareTexts } from '../../deal/compare-texts';
import { type ComingUp, comingUp } from './coming-up';
import { matchRenewals } from './match-renewals';
import { minorOf } from './minor-of';
import type { OpenRecurring } from './recurring-book';
import type { RecurringDeal } from './recurring-deal';
import type { RecurringMove } from './recurring-move';
import type { Group } from './renewal-group';
import { SIGN } from './sign';
import { type TermFate, termFates } from './term-fates';

/** What has become of an account's recurring revenue, what of it is in force, and what comes up. */
export interface AccountHistory {
  readonly moves: readonly RecurringMove[];
  readonly coming: readonly ComingUp[];
  readonly fates: readonly TermFate[];
  /** Whether it is not sure which renewal is of which contract: see {@link matchRenewals}. */
  readonly isUnsure: boolean;
}

interface Step {
  readonly on: string;
  /** Closings come before ends. */
  readonly isEnd: boolean;
  readonly deal: RecurringDeal;
  /** Of a renewal, or of a contract that ends: contracts, and what renews them. */
  readonly group: Group | undefined;
}

/**
 * Follows the deals of one account up to the beginning of `asOf`, from all that is known then.
 *
 * A won deal of an account without revenue is new, else an expansion. A won renewal takes the place of the contracts that
 * {@link matchRenewals} gives it: above the old amount the rest is expansion, below it contraction; where several share
 * one contract, what they have not taken yet goes on until the last of them. Where it is of no contract on record it is
 * unmatched: no new customer, and how much of it is more than before is not known. A contract past its end without a won
 * renewal is churned on the day of its end; renewed within its days of grace, it has gone on all the while. A lost
 * renewal ends its contracts on the day on which it is lost, no later than their end. A contract that had ended when it
 * was won is left out. Of two deals of one day the one with the smaller id comes first, and closings come before ends.
 */
export function accountHistory(
  { closed, open }: { readonly closed: readonly RecurringDeal[]; readonly open: readonly OpenRecurring[] },
  asOf: string,
): AccountHistory {
  const known = closed.filter((deal) => deal.closedOn < asOf && !isOverBefore(deal));
  const won = known.filter(({ outcome }) => outcome === 'won');
  const renewals = [...known, ...open].filter(({ kind }) => kind === 'renewal');
  const { groups, isUnsure } = matchRenewals(won, renewals, asOf);
  const left = new Map(groups.map((group) => [group, minorOf(group.contracts)]));
  const moves: RecurringMove[] = [];
  let total = 0;
  const note = (
    { on, deal }: Pick<Step, 'on' | 'deal'>,
    flow: RecurringMove['flow'],
    minor: number,
  ): void => {
    if (minor > 0) moves.push({ account: deal.account, on, flow, minor, deal: deal.id, by: deal.kind });
    total += SIGN[flow] * minor;
  };
  for (const step of stepsOf({ known, groups }, asOf)) {
    const { deal, group, isEnd } = step;
    if (group !== undefined && (isEnd || deal.outcome === 'lost')) {
      note(step, 'churned', isEnd ? deal.annualMinor : minorOf(group.contracts));
      left.set(group, 0);
    } else if (group !== undefined) {
      const before = left.get(group) ?? 0;
      const gone = Math.min(before, deal.annualMinor);
      const rest = before - gone;
      const isLast = group.renewals.at(-1)?.deal.id === deal.id;
      note(step, 'renewal', gone);
      note(step, 'expansion', deal.annualMinor - gone);
      note(step, 'contraction', isLast ? rest : 0);
      left.set(group, isLast ? 0 : rest);
    } else {
      const flow = deal.kind === 'renewal' ? 'unmatched' : total > 0 ? 'expansion' : 'new';
      note(step, flow, deal.annualMinor);
    }
  }
  return { moves, coming: comingUp(left), fates: termFates(groups, asOf), isUnsure };
}

/** A contract that had ended when it was won brings nothing. */
function isOverBefore({ outcome, endOn, closedOn }: RecurringDeal): boolean {
  return outcome === 'won' && endOn !== null && endOn <= closedOn;
}

interface Known {
  readonly known: readonly RecurringDeal[];
  readonly groups: readonly Group[];
}

/** Closings and ends of an account in the order in which they count. */
function stepsOf({ known, groups }: Known, asOf: string): readonly Step[] {
  const groupOf = new Map(
    groups.flatMap((group) => group.renewals.map(({ deal }): [string, Group] => [deal.id, group])),
  );
  const closings = known.flatMap((deal): readonly Step[] => {
    const group = groupOf.get(deal.id);
    if (deal.outcome === 'won') return [{ on: deal.closedOn, isEnd: false, deal, group }];
    const end = group?.contracts[0]?.deal.endOn ?? deal.closedOn;
    return group === undefined
      ? []
      : [{ on: end < deal.closedOn ? end : deal.closedOn, isEnd: false, deal, group }];
  });
  const ends = groups.flatMap((group): readonly Step[] =>
    group.renewals.some(({ deal, outcome }) => outcome === 'won' || 'closedOn' in deal)
      ? []
      : group.contracts.flatMap(({ deal }) =>
          deal.endOn !== null && deal.endOn < asOf ? [{ on: deal.endOn, isEnd: true, deal, group }] : [],
        ),
  );
  return [...closings, ...ends].sort(
    (a, b) =>
      compareTexts(a.on, b.on) || Number(a.isEnd) - Number(b.isEnd) || compareTexts(a.deal.id, b.deal.id),
  );
}
