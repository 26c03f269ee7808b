import type { Draw } from '../../demo/draw';
import type { Look, World } from '../world';

/** What a round is given: a world whose browser is open, and the draws that decide what happens to it. */
export interface Trial {
  readonly world: World;
  readonly draw: Draw;
}

/** What a round has seen. */
export interface Outcome {
  /** What was done, in words. */
  readonly detail: string;
  /** Every look at the store. */
  readonly looks: readonly Look[];
  /** How often something was ended in the middle of its work; absent where nothing was. */
  readonly kills?: number;
  /** How many of these hit while at least one batch of deals was under way. */
  readonly inFlight?: number;
  /** How many left a log that ends in the middle of a record. */
  readonly torn?: number;
  /** Promises that were broken, besides those that the looks tell of. */
  readonly broken?: readonly string[];
  /** Why nothing was done. */
  readonly skipped?: string;
}
