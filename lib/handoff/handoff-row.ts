import type { AuditItem } from './audit';
import type { DecisionKind } from './decide';
import type { Rests } from './rests';
import type { HourRange } from './touch';

/**
 * A pass as the surfaces show it that cannot make it themselves: one row of the table `handoffs`. Made of deals, their
 * changes, the process and the verdicts; made anew where one of these changes.
 */
export interface HandoffRow {
  /** `deal|attempt`: see `handoffKey`. */
  readonly key: string;
  /** Key of the deal. */
  readonly deal: string;
  readonly attempt: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Instants (ISO 8601 UTC): it was passed somewhere between the two, which are the same where that is known. */
  readonly passedNotBefore: string;
  readonly passedAt: string;
  readonly rule: 1 | 2 | 3 | 4;
  readonly decision: DecisionKind;
  /** `null` where nothing was decided, or nothing tells when. */
  readonly decidedNotBefore: string | null;
  readonly decidedAt: string | null;
  /** Why it came back: one of the method's reasons, or as the CRM has it. */
  readonly reason: string | null;
  /** Business hours; `null` but for accepted passes of which it is known when. */
  readonly hoursToAccept: HourRange | null;
  readonly audit: readonly HandoffAudit[];
  /** When the deal was last seen that the row was made of. A later look at it may have changed what stands here. */
  readonly seenAt: string;
  readonly madeAt: string;
  /** End of the window for a decision. */
  readonly until: string;
}

/** One check of a pass, without the core's own words. */
export interface HandoffAudit extends Pick<AuditItem, 'check' | 'answer'> {
  readonly rests: Rests;
}
