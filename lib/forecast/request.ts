/** A stage of the process as the user configured it. */
export interface StageInput {
  readonly id: string;
  readonly order: number;
  /** Chance to win, 0..1. */
  readonly probability: number | null;
}

/** Days `start` (inside) to `end` (outside), `YYYY-MM-DD`. */
export interface PeriodInput {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly target: number | null;
}

export interface HistoryInput {
  readonly at: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** A deal as it stands at 00:00 UTC of the day of the forecast. Dates are days or instants. */
export interface DealInput {
  readonly id: string;
  readonly createdAt: string;
  /** Nobody knows when it was created: `createdAt` is then the day on which it was first known of. Not of the form. */
  readonly isFirstSight?: true;
  readonly stage: string | null;
  readonly stageSince: string | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly amount: number | null;
  readonly owner: string | null;
  readonly closedAt: string | null;
  readonly closedAmount: number | null;
  readonly expectedCloseDate: string | null;
  readonly lastSeenAt: string | null;
  readonly history: readonly HistoryInput[];
  readonly team: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly source: string | null;
}

/** One line of the command line's input, form version 1. */
export interface ForecastRequest {
  readonly id: string | number | null;
  readonly asOf: string;
  readonly dataStart: string | null;
  readonly stages: readonly StageInput[];
  readonly periods: readonly PeriodInput[];
  readonly deals: readonly DealInput[];
}
