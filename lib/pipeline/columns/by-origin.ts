import type { Columns } from './columns';
import { originOf, type Origin } from './origin-of';

/** What is true of rows by where they are from, asked by the origin's number; every origin is looked at once. */
export function byOrigin<Value>(
  { words }: Columns,
  valueOf: (origin: Origin) => Value,
): (origin: number | undefined) => Value {
  const known = new Map<number, Value>();
  return (origin = 0) => {
    // Known by its number, for a value may be anything.
    if (!known.has(origin)) known.set(origin, valueOf(originOf(words[origin] || '["","",""]')));
    return known.get(origin) as Value;
  };
}
