/** Day of something of which no day is known. */
export const NO_DAY = -1;

/** A lead as far as figures need it. Days are numbers since 1970. */
export interface LeadFact {
  readonly key: string;
  readonly created: number;
  /** `undefined`: it has become no deal; {@link NO_DAY}: it has, and nothing tells when. */
  readonly converted: number | undefined;
  /**
   * Until when it is known that it had not; {@link NO_DAY}: nothing has shown whether it has, or it was lost sight of
   * before its time was up.
   */
  readonly watched: number;
  /** Class, or as the CRM has it; `null`: not said. */
  readonly source: string | null;
  readonly channel: string | null;
  /** Others of the same CRM are, or may be, still to be read: of how many became deals nothing can be said. */
  readonly isPartOf: boolean;
}

/** A deal as far as the value of sources needs it. */
export interface SourcedDeal {
  readonly key: string;
  readonly created: number;
  readonly outcome: 'open' | 'won' | 'lost' | undefined;
  readonly amountMinor: number | null;
  /** See `sumUnit`. */
  readonly unit: string | null;
  /** Its own; else that of the lead that it was. */
  readonly source: string | null;
  readonly channel: string | null;
}

/** Why not all is known of a tenant's leads. */
export interface PartOfLeads {
  readonly tenant: string;
  /**
   * There are more to be read; or the reading has ended, and some of it cannot be told; or files alone name them, and
   * none that has not become a deal.
   */
  readonly reach: 'more' | 'partly' | 'converted';
}

/** All leads and deals of a store, ready for the figures of leads. */
export interface LeadBook {
  /** Number of today. */
  readonly today: number;
  readonly leads: readonly LeadFact[];
  readonly deals: readonly SourcedDeal[];
  /** Tenants that have leads here, and others that were, or may be, not read. */
  readonly partly: readonly PartOfLeads[];
}
