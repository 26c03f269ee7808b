import { compareSources } from './compare-sources';
import { compareTexts } from './compare-texts';
import type { FieldSource } from './deal';

/** What one source says of one field. */
export interface Fact<Value> {
  readonly value: Value;
  readonly source: FieldSource;
}

/**
 * The fact that is believed. Where the sources rank the same, the values' own order decides and then the views'
 * names: an arbitrary choice, but the same one whichever came first. Equal facts: `current`, so that nothing moves.
 *
 * @param order Text by which two values are ordered; equal texts mean equal values.
 */
export function strongerFact<Value>(
  current: Fact<Value> | undefined,
  incoming: Fact<Value> | undefined,
  order: (value: Value) => string,
): Fact<Value> | undefined {
  if (current === undefined || incoming === undefined) return current ?? incoming;
  const bySource = compareSources(incoming.source, current.source);
  if (bySource !== 0) return bySource > 0 ? incoming : current;
  const byValue = compareTexts(order(incoming.value), order(current.value));
  if (byValue !== 0) return byValue > 0 ? incoming : current;
  return compareTexts(incoming.source.view, current.source.view) > 0 ? incoming : current;
}
