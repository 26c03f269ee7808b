/** An amount as a page or interface states it: an exact decimal, and what it says of the currency. */
export interface StatedAmount {
  /** Plain decimal without groups, `.` as the point: `"1220"`, `"-3.50"`. Never a float. */
  readonly decimal: string;
  /** ISO 4217 code, only where the page states it or its sign belongs to one currency alone. */
  readonly currency?: string;
  /** The sign as shown (`$`, `kr.`) where it could mean several currencies. */
  readonly symbol?: string;
}

export type Outcome = 'open' | 'won' | 'lost';
export type DealKind = 'new' | 'expansion' | 'renewal' | 'other';
export type RecurringPeriod = 'month' | 'quarter' | 'year';

/**
 * What one read says of a deal. A key that is absent was *not shown*; `null` was shown and is empty.
 * Dates are `YYYY-MM-DD`, instants ISO 8601 UTC, probabilities 0..1.
 */
export interface DealValues {
  readonly number?: string | null;
  readonly name?: string | null;
  readonly account?: string | null;
  readonly amount?: StatedAmount | null;
  readonly recurring?: StatedAmount | null;
  readonly recurringPeriod?: RecurringPeriod | null;
  readonly contractEndOn?: string | null;
  readonly kind?: DealKind | null;
  readonly product?: string | null;
  readonly region?: string | null;
  readonly team?: string | null;
  readonly pipeline?: string | null;
  readonly stage?: string | null;
  readonly outcome?: Outcome | null;
  readonly crmProbability?: number | null;
  readonly forecastCategory?: string | null;
  readonly owner?: string | null;
  readonly createdBy?: string | null;
  readonly sdr?: string | null;
  readonly source?: string | null;
  readonly channel?: string | null;
  readonly createdOn?: string | null;
  readonly closeOn?: string | null;
  readonly closedOn?: string | null;
  readonly stageSince?: string | null;
  readonly lastActivityOn?: string | null;
  readonly nextStep?: string | null;
  readonly nextStepOn?: string | null;
  readonly firstTouchAt?: string | null;
  readonly meetingSetFor?: string | null;
  readonly meetingHeld?: boolean | null;
  /** Whether it was passed from SDR to AE live, or with a slot booked. */
  readonly hotPass?: boolean | null;
  readonly lostReason?: string | null;
  /** Team's qualification fields by id (`authority`, `need`, `urgency`, `money`, ...); merged key by key. */
  readonly qualification?: Readonly<Record<string, string | null>>;
}

/** Name of a value that a read can carry. */
export type DealField = keyof DealValues;

/** One past change that a synced history states, with the instant at which it happened. */
export type StatedChange =
  | {
      readonly field: 'amount';
      readonly from: StatedAmount | null;
      readonly to: StatedAmount | null;
      readonly at: string;
    }
  | {
      readonly field: StatedChangeField;
      readonly from: string | null;
      readonly to: string | null;
      readonly at: string;
    };

export type StatedChangeField = Exclude<ChangeField, 'amountMinor'>;

/** A deal's history as an interface states it: complete for `fields` up to the instant `until`. */
export interface StatedHistory {
  readonly fields: readonly ('amount' | StatedChangeField)[];
  readonly until: string;
  readonly changes: readonly StatedChange[];
}

/** One deal as one view or reply showed it, on its way to the store. Plain data: it crosses a message. */
export interface DealRead {
  /** The CRM's own id; absent where the view shows none (the deal is then *unidentified*). */
  readonly id?: string;
  /** Address of the deal's record page. */
  readonly url?: string;
  readonly values: DealValues;
  /** Fields whose text was rounded or cut (`$12.3k`): kept, but never over an exact value. */
  readonly approximate?: readonly DealField[];
  /** When these values were seen: the read's time, not the message's. */
  readonly at: string;
}

/** Fields whose every change is kept. `amountMinor` is the amount with what it is counted in. */
export type ChangeField =
  | 'stage'
  | 'amountMinor'
  | 'closeOn'
  | 'owner'
  | 'outcome'
  | 'forecastCategory'
  | 'nextStep'
  | `qualification.${string}`;

/** A stored value: text or a date; minor units for `amountMinor`; `null` where empty. */
export type ChangeValue = string | number | null;

/** What an amount is counted in: its ISO code, else the sign shown beside it; neither where nothing is known. */
export interface AmountUnit {
  readonly currency?: string;
  readonly symbol?: string;
}

/** A value that a field had; `unit` for amounts alone. */
export interface ChangeSide {
  readonly value: ChangeValue;
  readonly unit?: AmountUnit;
}

/** Where a stored value came from. */
export type SourceRank = 'api' | 'page' | 'page-approximate';

export interface FieldSource {
  readonly from: SourceRank;
  /** Last instant at which the value was seen. */
  readonly at: string;
  /** Name of the view, as in the sighting. */
  readonly view: string;
}

/** A stored deal: one row of the table `deals`. Absent: never shown. `null`: shown, and empty. */
export interface Deal {
  /** `crm|tenant|id`, made by {@link dealKey}. */
  readonly key: string;
  readonly crm: string;
  readonly tenant: string;
  readonly host: string;
  readonly id: string;
  readonly url?: string;
  readonly number?: string | null;
  readonly name?: string | null;
  readonly account?: string | null;
  /** Minor units of `currency`; hundredths where the currency is unknown. */
  readonly amountMinor?: number | null;
  /** False where the amount was shown rounded. */
  readonly amountExact?: boolean;
  /** ISO 4217 code; absent or null where only a sign was shown. */
  readonly currency?: string | null;
  /** The sign beside the amount, where it was shown without a code. Where the code is unknown, amounts stand apart. */
  readonly currencySymbol?: string;
  /** The code last stated, where the sign now shown contradicts it (`currency` is then null) or is in no table. */
  readonly currencyStated?: { readonly code: string; readonly symbol?: string };
  readonly recurringMinor?: number | null;
  readonly recurringPeriod?: RecurringPeriod | null;
  readonly contractEndOn?: string | null;
  readonly kind?: DealKind | null;
  readonly product?: string | null;
  readonly region?: string | null;
  readonly team?: string | null;
  readonly pipeline?: string | null;
  readonly stage?: string | null;
  readonly outcome?: Outcome | null;
  readonly crmProbability?: number | null;
  readonly forecastCategory?: string | null;
  readonly owner?: string | null;
  readonly createdBy?: string | null;
  readonly sdr?: string | null;
  readonly source?: string | null;
  readonly channel?: string | null;
  readonly createdOn?: string | null;
  readonly closeOn?: string | null;
  readonly closedOn?: string | null;
  readonly stageSince?: string | null;
  readonly lastActivityOn?: string | null;
  readonly nextStep?: string | null;
  readonly nextStepOn?: string | null;
  readonly firstTouchAt?: string | null;
  readonly meetingSetFor?: string | null;
  readonly meetingHeld?: boolean | null;
  readonly hotPass?: boolean | null;
  readonly lostReason?: string | null;
  readonly qualification?: Readonly<Record<string, string | null>>;
  /** Provenance by stored field name (`amountMinor`, `stage`, `qualification.need`, ...). */
  readonly sources: Readonly<Record<string, FieldSource>>;
  /** First instant at which anything of the deal was seen: it existed by then. */
  readonly firstSeenAt?: string;
  /** Last instant at which anything of the deal was seen; what is known ends there. */
  readonly seenAt: string;
  readonly seenVia: SourceRank;
  /**
   * As whom it was last seen: an opaque name of everything that limits which deals the CRM shows (the signed-in user,
   * the company). Absent where that sight did not say. A listing tells of deals seen under its own name alone.
   */
  readonly seenAs?: string;
  /** A complete listing that began then no longer named it; a later sight takes this back. */
  readonly removedAt?: string;
  /**
   * By change field, how far the CRM's own history reaches that was put in the place of what reads had shown: up to
   * that instant the field's rows of `changes` are complete.
   */
  readonly historyUntil?: Readonly<Partial<Record<ChangeField, string>>>;
  /** Digest of the values, without times: equal digests mean that nothing changed. */
  readonly contentHash: string;
}

/** One row of the table `changes`. */
export interface DealChange {
  readonly id?: number;
  readonly key: string;
  readonly field: ChangeField;
  readonly from: ChangeValue;
  readonly to: ChangeValue;
  /**
   * Of `amountMinor` alone: what each of the two is counted in. As in {@link Deal}, an amount without a code is in
   * hundredths. The deal's present currency says nothing of them: it may have changed since.
   */
  readonly units?: { readonly from: AmountUnit; readonly to: AmountUnit };
  /** The change had happened by then. */
  readonly at: string;
  /** It had not happened yet then; equal to `at` where the history states the instant. */
  readonly notBefore: string;
  readonly source: 'history' | SourceRank;
}
