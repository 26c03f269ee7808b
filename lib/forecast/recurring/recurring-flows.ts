import { sum } from 'simple-statistics';
import { keptAccounts } from './kept-accounts';
import type { RecurringMove } from './recurring-move';

/** What happened to recurring revenue in a period. Amounts are by the year, in minor units. */
export interface RecurringFlows {
  readonly start: number;
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  /** What went on by a renewal: part of `start`, not added to it. */
  readonly renewal: number;
  /** What renewals brought of which no old term was in force: neither new nor known to be more than before. */
  readonly unmatched: number;
  /** start + new + expansion + unmatched - contraction - churned. */
  readonly end: number;
  /** Net revenue retention, see {@link keptAccounts}; `null` where there was nothing. */
  readonly netRetention: number | null;
  readonly accountsAtStart: number;
  /** Accounts of the start that have nothing at the end. */
  readonly accountsLost: number;
  /** `null` where there was no account. */
  readonly logoChurn: number | null;
}

/**
 * Flows of a period from all moves up to its end, `start` inside and `end` outside.
 *
 * @example An account of 1,200 a year that renews at 900 has contraction 300, renewal 900 and net retention 0.75.
 */
export function recurringFlows(
  moves: readonly RecurringMove[],
  { start, end }: { readonly start: string; readonly end: string },
): RecurringFlows {
  const flows = { new: 0, expansion: 0, contraction: 0, churned: 0, renewal: 0, unmatched: 0 };
  for (const { on, flow, minor } of moves) if (on >= start && on < end) flows[flow] += minor;
  const { before: there, after, lost } = keptAccounts(moves, { start, end });
  const before = sum([...there]);
  return {
    start: before,
    ...flows,
    end: before + flows.new + flows.expansion + flows.unmatched - flows.contraction - flows.churned,
    netRetention: before > 0 ? sum([...after]) / before : null,
    accountsAtStart: there.length,
    accountsLost: lost,
    logoChurn: there.length > 0 ? lost / there.length : null,
  };
}
