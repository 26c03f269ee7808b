import type { SegmentValues } from '../pipeline/scope/segment-values';

/** Who and what deals name, for the user to say what each is. */
export interface SeenNames {
  /** By name. */
  readonly people: readonly SeenPerson[];
  /** Open stages in their order; those of which nobody tells it come last, by name. */
  readonly stages: readonly SeenStage[];
  /** Qualification fields that any deal has, by name. */
  readonly fields: readonly string[];
  /** The segments of deals that are still there. */
  readonly segments: SegmentValues;
}

/** A name, and in how many deals it stands where. */
export interface SeenPerson {
  readonly name: string;
  /** Owns them now. */
  readonly owns: number;
  readonly won: number;
  /** Owned deals by their stage. */
  readonly inStage: Counted;
  /** Was their first owner. */
  readonly first: number;
  /** Was their first owner, and these were the last ones. */
  readonly handedTo: Counted;
  readonly sdr: number;
  /** Is named as SDR where these are the owners. */
  readonly sdrFor: Counted;
  readonly created: number;
}

/** How often each name comes. */
export type Counted = ReadonlyMap<string, number>;

export interface SeenStage {
  readonly name: string;
  /** Place in the CRM's, or in the user's, order; `null`: not known. */
  readonly order: number | null;
  /** Open deals in it. */
  readonly deals: number;
}
