import type { ReturnReason } from '../handoff/return-reason';

/**
 * What somebody has said of a pass: one row of the table `verdicts`, beside the CRM's data and never mixed with it.
 * Of several the latest counts that says something of the matter; one that is taken back is dropped.
 */
export interface Verdict {
  /** Key of the deal. */
  readonly deal: string;
  /** Which of the deal's passes, from 1, as they were known when it was said. */
  readonly attempt: number;
  /** When that pass was, as it was known then: ISO 8601 UTC. Absent in those of before: the pass that `at` falls to. */
  readonly passedAt?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Whose verdict it is, as the CRM shows the name; absent: not said. */
  readonly by?: string;
  readonly decision?: 'accepted' | 'rejected' | 'recycled';
  /** Why it goes back. */
  readonly reason?: ReturnReason;
  readonly note?: string;
  /** Whether it was passed live, or with a slot booked. */
  readonly hot?: boolean;
}
