/** What is supposed of one open deal. */
export interface SupposedDeal {
  /** `open`: its odds stay; `moved`: it is decided on `on`, whenever that is. */
  readonly fate: 'open' | 'won' | 'lost' | 'moved';
  /** `YYYY-MM-DD`, of a moved deal. */
  readonly on?: string;
  /** What a win of it brings, instead of what was learned; no multiplier changes it. */
  readonly value?: number;
}

/** Suppositions that a landing is asked for. Multipliers are above 0, and 1 changes nothing. */
export interface WhatIf {
  /** Of deals that close so many times as many are won, and the others lost. */
  readonly winRate: number;
  /** Everything that happens to a deal takes so many times as long. */
  readonly cycle: number;
  /** A win brings so many times as much. */
  readonly dealSize: number;
  /** So many times as many deals are created from now on. */
  readonly newPipeline: number;
  /** So many times as many renewals are not won. */
  readonly churn: number;
  /** By key. */
  readonly deals: ReadonlyMap<string, SupposedDeal>;
}
