/**
 * What a parser made of one text. `empty`: shown, and empty (`–`). `unreadable`: not a value of this kind.
 * `ambiguous`: it has several meanings and the page does not say which; `readings` are those that are known. Neither of
 * the last two is ever a value.
 */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly approximate: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly T[] };

/** The sign before the fraction: `1,234.56` is `.`, `1.234,56` is `,`. */
export type DecimalSign = '.' | ',';

/** Order of day, month and year in an all-figures date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Longest text that a parser looks at; a longer one is no amount, date or percentage. */
export const textLimit = 200;
