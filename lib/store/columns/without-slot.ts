import type { Placed } from './column-rows';

/** A stored row as everything outside the store knows it: where it lies in the columns is nobody's business. */
export function withoutSlot<Row extends object>(row: Placed<Row>): Row {
  const { slot: _, ...rest } = row;
  // What was added to a row is taken away again.
  return rest as unknown as Row;
}
