import { scopeId } from '../../lib/pipeline/scope/scope-id';
import type { SegmentValues } from '../../lib/pipeline/scope/segment-values';
import { segmentFields, type SegmentField } from '../../lib/pipeline/scope/segments';

/** A field by which deals can be told apart, and the scopes of its segments in the order of their names. */
export interface SegmentChoice {
  readonly field: SegmentField;
  readonly scopes: readonly string[];
}

/** The fields in which deals show two values at least: one alone would be everything, or what happens to be known. */
export function segmentChoices(seen: SegmentValues | undefined): readonly SegmentChoice[] {
  return segmentFields.flatMap((field) => {
    const scopes = (seen?.[field].values ?? []).map(({ value }) => scopeId({ kind: field, name: value }));
    return scopes.length < 2 ? [] : [{ field, scopes: scopes.toSorted((a, b) => a.localeCompare(b)) }];
  });
}
