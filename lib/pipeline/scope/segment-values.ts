import { segmentFields, type SegmentField, type Segments } from './segments';

/** What deals show in one of the fields. */
export interface FieldValues {
  /** Each value, in order, and how many deals show it; none where there are too many. */
  readonly values: readonly { readonly value: string; readonly n: number }[];
  /** Deals that show none: they are in no segment of this field. */
  readonly without: number;
  /** More than {@link most} values: a free text, and no segments. */
  readonly isTooMany: boolean;
}

export type SegmentValues = Readonly<Record<SegmentField, FieldValues>>;

/** A list of more is no choice, and what is kept of each would add up. No part in a forecast. */
const most = 200;

/** Counts deals by segment as they come. */
export function segmentValues(): {
  /** Counts a deal. @returns Its segments without those of fields that have too many values. */
  readonly add: (own: Segments) => Segments;
  readonly result: () => SegmentValues;
} {
  const counts = new Map<SegmentField, Map<string, number>>(segmentFields.map((field) => [field, new Map()]));
  const tooMany = new Set<SegmentField>();
  let deals = 0;

  function count(field: SegmentField, value: string): void {
    const known = counts.get(field);
    if (known === undefined || tooMany.has(field)) return;
    known.set(value, (known.get(value) ?? 0) + 1);
    if (known.size > most) tooMany.add(field);
  }

  function valuesOf(field: SegmentField): FieldValues {
    if (tooMany.has(field)) return { values: [], without: 0, isTooMany: true };
    const known = [...(counts.get(field) ?? [])].map(([value, n]) => ({ value, n }));
    const shown = known.reduce((sum, { n }) => sum + n, 0);
    return {
      values: known.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
      without: deals - shown,
      isTooMany: false,
    };
  }

  return {
    add: (own) => {
      deals += 1;
      for (const field of segmentFields) if (own[field] !== undefined) count(field, own[field]);
      if (tooMany.size === 0) return own;
      return Object.fromEntries(
        segmentFields.flatMap((field) =>
          tooMany.has(field) || own[field] === undefined ? [] : [[field, own[field]]],
        ),
      );
    },
    result: () => ({
      region: valuesOf('region'),
      product: valuesOf('product'),
      pipeline: valuesOf('pipeline'),
      source: valuesOf('source'),
    }),
  };
}
