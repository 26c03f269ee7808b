/** Fields of a deal whose values are segments: what kind of business it is, whoever owns it. */
export const segmentFields = ['region', 'product', 'pipeline', 'source'] as const;
export type SegmentField = (typeof segmentFields)[number];

/** One segment: all deals that show this value in this field. */
export interface Segment {
  readonly field: SegmentField;
  readonly value: string;
}

/** A deal's segments: its value in each of the fields in which it shows one. */
export type Segments = Readonly<Partial<Record<SegmentField, string>>>;
