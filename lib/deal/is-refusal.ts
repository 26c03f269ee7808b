/** What the store did not keep of a read, and why. Each has a sentence on the screen. */
export type RefusalCode =
  /** A row with a value that is not of the stored kind (a date in words, say): nothing of the row is stored. */
  | 'row-refused'
  /** The same of a deal's synced history. */
  | 'history-refused'
  /** The same of a lead. */
  | 'lead-refused'
  /** An amount that is finer than its currency's smallest unit, or too large for exact sums. */
  | 'amount-inexact'
  /** A currency in which the deal's amount could not be written exactly. */
  | 'currency-misfit'
  /** A recurring amount that is not in the deal's currency. */
  | 'recurring-currency'
  /** A whole message that was not understood, or not from the page that it speaks of. */
  | 'reading-refused';

const codes: readonly string[] = [
  'row-refused',
  'history-refused',
  'lead-refused',
  'amount-inexact',
  'currency-misfit',
  'recurring-currency',
  'reading-refused',
] satisfies RefusalCode[];

/**
 * Whether a problem's code says that the store refused something which the page had read; every other code is said by
 * whoever read the page.
 *
 * @example isRefusal('row-refused') // true
 * @example isRefusal('row-unreadable') // false
 */
export function isRefusal(code: string): code is RefusalCode {
  return codes.includes(code);
}
