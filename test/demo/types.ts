export type Role = 'sdr' | 'ae';
export type Outcome = 'open' | 'won' | 'lost';
export type StageId = 'New' | 'Qualified' | 'Proposal' | 'Negotiation' | 'Won' | 'Lost';
export type Source = 'Referral' | 'Inbound' | 'Outbound';
export type Channel = 'E-mail' | 'Phone' | 'Social' | 'Web' | 'Event';
export type Currency = 'EUR' | 'DKK';
export type Decision = 'accepted' | 'rejected' | 'recycled' | 'lapsed' | 'undecided';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Stage {
  readonly id: StageId;
  readonly order: number;
  /** 0..1, as configured in the CRM; not the true chance. */
  readonly probability: number;
  readonly outcome: Outcome;
  /** Whose work the stage is; closed stages are nobody's. */
  readonly role?: Role;
}

/** What one history entry can speak about. Amounts are in major units with at most two decimals. */
export interface Tracked {
  stage: StageId;
  /** A person's id. */
  owner: string;
  amount: number | null;
  /** The day on which the owner expects to close, `YYYY-MM-DD`. */
  closeOn: string;
  outcome: Outcome;
  nextStep: string | null;
}

export interface Qualification {
  readonly authority: string | null;
  readonly need: string | null;
  readonly urgency: string | null;
  readonly money: string | null;
}

/** A deal as it stands. Dates are `YYYY-MM-DD`, instants ISO 8601 UTC; what is empty is null. */
export interface Deal extends Tracked {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly website: string;
  readonly contact: string;
  readonly currency: Currency;
  /** The SDR who found it; null where the AE did. */
  readonly sdr: string | null;
  readonly createdBy: string;
  readonly source: Source;
  readonly channel: Channel;
  readonly createdAt: string;
  readonly qualification: Qualification;
  closedOn: string | null;
  /** 0..1 */
  probability: number;
  forecastCategory: string;
  nextStepOn: string | null;
  lastActivityOn: string;
  firstTouchAt: string | null;
  meetingSetFor: string | null;
  meetingHeld: boolean | null;
  lostReason: string | null;
}

export interface Change {
  readonly deal: string;
  readonly field: keyof Tracked;
  readonly from: string | number | null;
  readonly to: string | number | null;
  readonly at: string;
  /** Why an AE gave the deal back to the SDR. */
  readonly reason?: string;
}

/** One pass from an SDR to an AE, and what truly became of it within the window. */
export interface Handoff {
  readonly deal: string;
  /** 1 for the first pass of the deal. */
  readonly attempt: number;
  readonly from: string;
  readonly to: string;
  readonly passedAt: string;
  decision: Decision;
  decidedAt?: string;
  reason?: string;
}

/** A whole invented CRM on one day: nothing in it happened on or after `today`. */
export interface Demo {
  readonly today: string;
  readonly deals: readonly Deal[];
  readonly people: readonly Person[];
  readonly stages: readonly Stage[];
  /** Every deal as it was created, by its id. */
  readonly initial: ReadonlyMap<string, Tracked>;
  /** Oldest first; applied to `initial` they give `deals`. */
  readonly changes: readonly Change[];
  readonly handoffs: readonly Handoff[];
}
