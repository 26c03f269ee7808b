import type { MappedField } from '../deal/mapping';
import type { Page, PageKind, ReadProblem, Tenant, View } from './adapter';
import type { Steps } from './dom/in-slices';

/** What a place on a page may show: the deal's own fields, and a few that help to read them. */
export type PlacedField = MappedField;

/** Where a value stands; its text, where no element shows it for this deal alone (a board's column names the stage). */
export type Place = Element | string;

/** One row or card. */
export interface PlacedRow {
  readonly element: Element;
  /** Elements beside it in which the rest of the row lies. */
  readonly rest?: readonly Element[];
  /** The CRM's id of the deal; absent where the page does not say. */
  readonly id?: string;
  readonly url?: string;
  readonly places: ReadonlyMap<PlacedField, Place>;
  /** Values of which the page tells the label only: it is understood as any page's is. */
  readonly labelled?: readonly { readonly label: string; readonly place: Element }[];
}

/** The deals of a list or a board. */
export interface PlacedRows {
  /** What holds them all. */
  readonly element: Element;
  readonly rows: readonly PlacedRow[];
  /** What the page calls each field, where it has headings: they may state a currency. */
  readonly headings: ReadonlyMap<PlacedField, string>;
  /** The filter or saved view in force, under a name that stays. */
  readonly scope?: string;
  /** How many deals the page says there are in it. */
  readonly statedTotal?: number;
  /** What is known already not to be read. */
  readonly problems?: readonly ReadProblem[];
}

export interface PlacedValue {
  readonly field: PlacedField;
  /** The label on the page, empty where it has none. */
  readonly heading: string;
  readonly place: Place;
  /** Whether what a field holds that can be edited is saved, where the page says that. */
  readonly isSaved?: boolean | undefined;
}

/** One deal's page. */
export interface PlacedRecord {
  readonly id: string;
  readonly url: string;
  /** The part of the page that shows it. */
  readonly element: Element;
  /** Where its name stands, for the overlay to stand beside it. */
  readonly heading?: Element;
  /** `labelled`: the page tells no more than labels, which are understood as any page's are. */
  readonly values: readonly PlacedValue[] | 'labelled';
}

/**
 * What a layout finds; `loading`: not yet; `unknown`: the page is not built as it should be; `other`: it shows no deals,
 * whatever its address says.
 */
export type Found<T> = T | 'loading' | 'unknown' | 'other';

/**
 * Where a CRM that we know by name shows its deals, and which is which. How amounts and dates are written there is decided
 * as on any page, from all values of a column. A layout never guesses: where its page is not as expected, it says so.
 */
export interface Layout {
  /** Short name; first part of every deal's key. */
  readonly crm: string;
  /** Product name as its users write it. */
  readonly label: string;
  readonly tenant: (page: Page) => Tenant | undefined;
  readonly pageKind: (page: Page) => PageKind;
  /** The part of the page that shows deals. */
  readonly root: (page: Page) => Element;
  readonly rows: (page: Page, kind: 'list' | 'board') => Steps<Found<PlacedRows>>;
  readonly record: (page: Page) => Steps<Found<PlacedRecord>>;
  /** What each kind of page is known by: counted where it is not recognised, for the report that a user may send. */
  readonly signs: Readonly<Record<View['kind'], readonly string[]>>;
  /** Words of its addresses that are the vendor's own: all others may be of a company or a deal. */
  readonly addressWords: readonly string[];
  readonly canSync: boolean;
  /** Its pages go on showing what a deal was hoped to bring once it is won; what it has brought stands elsewhere. */
  readonly isAmountHoped?: boolean;
}
