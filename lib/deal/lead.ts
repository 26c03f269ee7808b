/**
 * Somebody who may become a deal: one row of the table `leads`. As with deals, what was never shown is absent and what was
 * shown empty is `null`.
 */
export interface Lead {
  /** `crm|tenant|id`. */
  readonly key: string;
  readonly crm: string;
  readonly tenant: string;
  readonly host: string;
  readonly id: string;
  readonly name?: string | null;
  /** Where it comes from, and by which way it was reached, as the CRM has it. */
  readonly source?: string | null;
  readonly channel?: string | null;
  readonly owner?: string | null;
  readonly status?: string | null;
  /** Days `YYYY-MM-DD`. */
  readonly createdOn?: string | null;
  readonly qualifiedOn?: string | null;
  readonly convertedOn?: string | null;
  /** The instant of the conversion, ISO 8601 UTC, where it is known. */
  readonly convertedAt?: string | null;
  /** Key of the deal that it became, whether that deal is here or not. */
  readonly convertedTo?: string | null;
  readonly convertedBy?: string | null;
  /** The last sight that showed whether it has become a deal: ISO 8601 UTC; absent where none did. */
  readonly toldAt?: string;
  /** What is known of it ends here: ISO 8601 UTC. */
  readonly seenAt: string;
  /** As whom it was last seen for certain, see `Deal.seenAs`; absent where nobody says so. */
  readonly seenAs?: string;
  /** True where a file told of it last: where all are such, whether others are there that were not read is not asked. */
  readonly isFromFile?: boolean;
  /** Two later listings of all leads that this user is shown did not name it: when the first began. It tells no more. */
  readonly removedAt?: string;
}

/** A lead as a file or an interface states it: by the CRM's own ids, `convertedTo` being its deal's. */
export type LeadRead = Omit<
  Lead,
  'key' | 'crm' | 'tenant' | 'host' | 'toldAt' | 'seenAt' | 'seenAs' | 'isFromFile' | 'removedAt'
>;

/**
 * How far a listing of leads has come: there are `more`, it has ended and left some out, or it has named the `whole` of
 * them.
 */
export type LeadsReach = 'more' | 'partly' | 'whole';
