import type { AmountUnit, Outcome } from '../../deal/deal';

/** A deal at the beginning of a day, as far as the pipeline's arithmetic asks. Days are days since 1970-01-01. */
export interface LifeState {
  readonly outcome: Outcome | undefined;
  readonly amountMinor: number | undefined;
  readonly unit: AmountUnit;
  readonly owner: string | undefined;
  readonly closeDay: number | undefined;
}

/** A deal's past, made once and asked for many days. */
export interface DealLife {
  readonly key: string;
  /** `undefined`: not known. */
  readonly createdDay: number | undefined;
  /** The day on which it was won or lost, where it is closed now and the day is known. */
  readonly closedDay: number | undefined;
  /**
   * The deal at 00:00 UTC of a day, as `asOf` has it. `absent`: created later, or removed before; `unknown`: its
   * creation is not known, and it was first seen later.
   */
  readonly stateAt: (day: number) => LifeState | 'absent' | 'unknown';
}
