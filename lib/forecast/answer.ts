/** What a period will bring, in the unit of the amounts. All of it comes from one distribution. */
export interface PeriodForecast {
  readonly period: string;
  readonly wonToDate: number;
  readonly p10: number;
  readonly p50: number;
  readonly mean: number;
  readonly p90: number;
  /** Chance of reaching the target; `null` where there is none. */
  readonly pHit: number | null;
  /** What the reader must know of this number, where there is something. */
  readonly remarks?: readonly string[];
}

export interface DealForecast {
  readonly id: string;
  /** Chance to be won within 365 days. */
  readonly pWin: number;
  readonly pWinInPeriod: Readonly<Record<string, number>>;
}

export interface ForecastAnswer {
  readonly forecasts: readonly PeriodForecast[];
  /** Open deals, in order of their ids. */
  readonly perDeal: readonly DealForecast[];
  readonly remarks?: readonly string[];
}
