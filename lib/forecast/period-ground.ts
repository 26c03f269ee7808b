import type { Values } from './fit-values';
import type { Sight } from './sight-effect';

/**
 * What is learned of a period beside the chances of its deals: changed chances land by the same rule, and nothing is
 * learned anew for them.
 */
export interface PeriodGround {
  readonly id: string;
  /** Of what is still to come: days since 1970-01-01, `start` inside, `end` outside. */
  readonly start: number;
  readonly end: number;
  readonly target: number | null;
  readonly wonToDate: number;
  readonly values: Values;
  /** What a win brings: each as likely as the other. */
  readonly sizes: Float64Array;
  /** Raises what is expected to what the past asks for: see `raisedLevel`. */
  readonly level: number;
  /** Variance of the shared level, in the logarithm. */
  readonly systematic: number;
  /** See `SpanForecast.unbornWins`. */
  readonly unbornWins: number;
  /** Wins to expect of open deals that were not read, for each one expected of those that were. */
  readonly unread: number;
  readonly sight: Sight | undefined;
  /** Names of the book's rows. */
  readonly ids: readonly string[];
}
