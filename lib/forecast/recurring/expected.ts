import type { SupposedDeal } from '../what-if/what-if';

/** What is expected of deals by then. An open deal is asked for by its id, and its place in `ids` of the desk that asks. */
export interface Expected {
  /** Chance of an open deal to be won, 0..1. */
  readonly chanceOf: (id: string, at: number) => number;
  /** So many times as much is brought by an open deal; 1 as it is. */
  readonly sizeOf: (id: string, at: number) => number;
  /** What is supposed of a single open deal. */
  readonly supposedOf: (id: string) => SupposedDeal | undefined;
  /** Wins of deals not yet created. */
  readonly newWins: number;
  /** So many times as much of what is due is lost; 1 as learned. */
  readonly churn: number;
  /** So many times as much is brought by a win of a deal not yet created; 1 as learned. */
  readonly size: number;
}
