import type { Journey, PassColumns } from './pass-columns';

/** Some of the passes: rows of the columns, from one place of each list to another, outside of it. */
export interface Part {
  readonly columns: PassColumns;
  /** By date. */
  readonly rows: Int32Array;
  /** The same rows in the order of each journey's times. */
  readonly orders: Readonly<Record<Journey, Int32Array>>;
  readonly from: number;
  readonly to: number;
}
