import type { BusinessCalendar } from '../calendar/business-hours';

export type Role = 'sdr' | 'ae' | 'csm' | 'manager';
export type DealOutcome = 'open' | 'won' | 'lost';

/**
 * When something happened, in milliseconds: somewhere between the two, which are the same where it is known. A change
 * seen between two reads is such a range, and so is a bare day. It is dated by its end, the moment at which it was known.
 */
export interface Moment {
  readonly from: number;
  readonly to: number;
}

/** A person may be listed once for each of several roles. */
export interface PersonInput {
  readonly id: string;
  readonly role: Role | null;
  readonly team: string | null;
}

export interface StageInput {
  readonly id: string;
  readonly order: number;
  /** Whose stage it is. */
  readonly role: Role | null;
  readonly outcome: DealOutcome;
  readonly nurture: boolean;
}

export interface ProcessInput {
  readonly stages: readonly StageInput[];
  readonly qualifiedStage: string | null;
  readonly decideWithinDays: number;
  readonly touchWithinHours: number;
}

export interface FieldInput {
  readonly id: string;
  readonly weight: number;
}

/** What a qualification field may hold. */
export type FieldValue = string | number | boolean | null;

/** A deal as it is at `asOf`. */
export interface DealInput {
  readonly id: string;
  readonly createdAt: Moment | null;
  readonly createdBy: string | null;
  readonly owner: string | null;
  readonly sdr: string | null;
  readonly stage: string | null;
  readonly outcome: DealOutcome | null;
  readonly closedAt: Moment | null;
  readonly amountMinor: number | null;
  /** Code; of a stored deal also `~`, a sign and its tenant, see `sumUnit`. */
  readonly currency: string | null;
  readonly source: string | null;
  readonly account: string | null;
  readonly lostReason: string | null;
  /** `null` where nothing is known of any field; a field that is absent from it is empty. */
  readonly qualification: Readonly<Record<string, FieldValue>> | null;
  readonly firstTouchAt: Moment | null;
  readonly meetingSetFor: Moment | null;
  readonly meetingHeld: boolean | null;
  readonly hotPass: boolean | null;
}

export interface LeadInput {
  readonly id: string;
  readonly owner: string | null;
  readonly convertedAt: Moment | null;
  readonly convertedBy: string | null;
  readonly deal: string | null;
}

export interface VerdictInput {
  readonly deal: string;
  readonly attempt: number;
  /** Milliseconds in the time of its pass, which goes before `attempt`; `null`: `attempt` alone says which. */
  readonly within: number | null;
  /** `null`: it says something else of the pass. */
  readonly decision: 'accepted' | 'rejected' | 'recycled' | null;
  /** Whether the pass was live, or with a slot booked. */
  readonly hot: boolean | null;
  readonly reason: string | null;
  readonly at: Moment;
  readonly by: string | null;
}

export interface ChangeInput {
  readonly deal: string;
  /** `owner`, `stage`, `outcome`, or `qualification.` and a field; others are passed over. */
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  readonly at: Moment;
}

export interface HandoffRequest {
  readonly id: string | number;
  /** Milliseconds; nothing later counts. */
  readonly asOf: number;
  readonly people: readonly PersonInput[];
  readonly process: ProcessInput;
  readonly calendar: BusinessCalendar;
  readonly fields: readonly FieldInput[];
  readonly deals: readonly DealInput[];
  readonly leads: readonly LeadInput[];
  readonly verdicts: readonly VerdictInput[];
  readonly changes: readonly ChangeInput[];
}
