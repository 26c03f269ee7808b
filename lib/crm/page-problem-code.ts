/** What an adapter may find. */
export type PageProblemCode =
  | 'amount-unreadable'
  | 'amount-ambiguous'
  | 'date-unreadable'
  | 'date-ambiguous'
  /** A value other than an amount or a date: `field` names it. The rest of the row is read. */
  | 'value-unreadable'
  | 'row-unreadable'
  | 'stage-unknown'
  | 'unsaved-edits'
  | 'layout-unknown'
  /** The CRM has leads, and does not let this user read them. */
  | 'leads-refused'
  /** Some of its leads were not to be read. */
  | 'leads-partly';
