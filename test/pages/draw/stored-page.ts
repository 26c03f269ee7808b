/** What one deal of a page is to be read as; nothing of it comes from the reader. */
export interface ExpectedDeal {
  readonly id?: string;
  readonly url?: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly approximate?: readonly string[];
}

/** What is to be read of a page, in the words of whoever has drawn it. */
export interface Expected {
  readonly url: string;
  readonly kind: 'list' | 'board' | 'record' | 'other';
  readonly tenant: string;
  /** `unknown`: should show deals and is built otherwise; `loading`: not ready, however often it is looked at. */
  readonly result: 'deals' | 'loading' | 'other' | 'unknown';
  readonly scope?: string;
  /** How many deals the page says there are. */
  readonly total?: number;
  readonly deals?: readonly ExpectedDeal[];
  /** Values that are left out and reported: `amount-unreadable: amount`. */
  readonly problems?: readonly string[];
}

/** A page as a CRM would send it, and what is to be read of it. */
export interface StoredPage {
  readonly crm: string;
  /** Name of its folder. */
  readonly name: string;
  readonly html: string;
  readonly expected: Expected;
}
