import type { SegmentField } from '../scope/segments';

/** By what sums are kept: the owner, and each field of segments. */
export type GroupField = 'owner' | SegmentField;

/** One value for each owner, and one for each segment of each field. Owners: `''` for none. */
export type ByGroup<Value> = Readonly<Record<GroupField, ReadonlyMap<string, Value>>>;
