import { type SegmentField, segmentFields, type Segments } from '../scope/segments';
import type { ByGroup, GroupField } from './by-group';

/** Values by group in the making. */
export interface GroupsInMaking<Value> {
  /** Changes the values of all groups that a deal of this owner, in these segments, is in. */
  readonly each: (owner: string | undefined, segments: Segments, change: (value: Value) => void) => void;
  /** @param without Fields that have no groups after all. */
  readonly result: <Made>(made: (value: Value) => Made, without: readonly SegmentField[]) => ByGroup<Made>;
}

/** @param fresh Makes the value of a group that is met for the first time. */
export function groupsInMaking<Value>(fresh: () => Value): GroupsInMaking<Value> {
  const groups: Record<GroupField, Map<string, Value>> = {
    owner: new Map(),
    region: new Map(),
    product: new Map(),
    pipeline: new Map(),
    source: new Map(),
  };
  const valueOf = (field: GroupField, name: string): Value => {
    const known = groups[field].get(name) ?? fresh();
    groups[field].set(name, known);
    return known;
  };
  return {
    each: (owner = '', segments, change) => {
      change(valueOf('owner', owner));
      for (const field of segmentFields) {
        const name = segments[field];
        if (name !== undefined) change(valueOf(field, name));
      }
    },
    result: (made, without) => {
      for (const field of without) groups[field].clear();
      const all = (field: GroupField) =>
        new Map([...groups[field]].map(([name, value]) => [name, made(value)] as const));
      return {
        owner: all('owner'),
        region: all('region'),
        product: all('product'),
        pipeline: all('pipeline'),
        source: all('source'),
      };
    },
  };
}
