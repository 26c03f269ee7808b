import type { Convert } from '../converter';
import type { PastPoint } from '../coverage/coverage-required';
import type { Period } from '../glance';
import type { Hygiene } from '../hygiene/hygiene-of';
import type { RiskFlag } from '../hygiene/risk-flags';
import type { SegmentField, Segments } from '../scope/segments';
import type { DealPair } from '../waterfall/deal-pair';
import type { ByGroup } from './by-group';

/** What the facts are gathered for. */
export interface FactsOptions {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** Share of today that is still to come, 0..1. */
  readonly rest: number;
  /** The period of today, and those before it, the newest first. */
  readonly period: Period;
  readonly past: readonly Period[];
  /** Reporting currency, and what converts into it. */
  readonly currency: string;
  readonly convert: Convert;
  /** The days that the waterfall lies between, at the beginning of each; `to` absent: up to now. */
  readonly from: string;
  readonly to?: string | undefined;
}

/** A sum of deals in minor units of the reporting currency, and what it could not add. */
export interface FactSum {
  readonly minor: number;
  /** Deals in the sum. */
  readonly n: number;
  /** Deals without an amount, and those whose currency has no rate. */
  readonly withoutAmount: number;
  readonly apart: number;
}

/** A won deal: what it brought, when, and whose it is now. */
export interface WonDeal {
  readonly owner: string;
  readonly segments: Segments;
  readonly day: number;
  readonly minor: number;
}

/** A deal that was won or lost within the last year. */
export interface ClosedDeal {
  /** Everybody who had it while it was open: its outcome is in the win rate of each. */
  readonly owners: readonly string[];
  readonly segments: Segments;
  readonly isWon: boolean;
  readonly minor: number | undefined;
  /** Days from creation to closing. */
  readonly cycleDays: number | undefined;
}

/** An open deal with what is wrong with it. */
export interface OpenDeal {
  readonly key: string;
  readonly name: string | undefined;
  readonly owner: string;
  readonly segments: Segments;
  /** `undefined`: no amount, or no rate. */
  readonly minor: number | undefined;
  readonly closeOn: string | undefined;
  readonly hygiene: Hygiene;
  readonly flags: readonly RiskFlag[];
}

/** One deal on the two days of the waterfall, with what it is called and its segments of now, on both days alike. */
export interface NamedPair extends DealPair {
  readonly name: string | undefined;
  readonly segments: Segments;
}

/** All that the pipeline's arithmetic needs, gathered in one pass over deals and their changes. Owners: `''` for none. */
export interface PipelineFacts {
  readonly options: Omit<FactsOptions, 'convert'>;
  readonly deals: number;
  /** By owner and segment, of now. */
  readonly open: ByGroup<FactSum>;
  readonly wonNow: ByGroup<FactSum>;
  /** By owner at the time, and segment of now: one point for each past period at whose point closings were known. */
  readonly points: ByGroup<readonly PastPoint[]>;
  /** Fields with too many values to be segments: no deal is in one of theirs. */
  readonly tooMany: readonly SegmentField[];
  /** Past periods that have a point. */
  readonly periods: readonly Period[];
  readonly won: readonly WonDeal[];
  readonly closed: readonly ClosedDeal[];
  /** The day since which closings are known, since 1970-01-01: see `closingDays`. */
  readonly watchedFrom: number | undefined;
  readonly pairs: readonly NamedPair[];
  readonly openDeals: readonly OpenDeal[];
}
