import type { WeekCalendar } from '../calendar/week-calendar';

/** What the user has set. Stored in the table `settings`, one row per name. */
export interface Settings {
  /** Name under which the CRM shows the user as an owner; `undefined`: not said. */
  readonly me?: string | undefined;
  readonly fiscal: FiscalCalendar;
  /** ISO code in which sums are shown; `undefined`: the currency of most open deals. */
  readonly reportingCurrency?: string | undefined;
  /** Teams as the user has put them together. */
  readonly teams?: readonly Team[] | undefined;
  /** Whose figures popup and badge show: see `scopeId`; `undefined`: everybody's. */
  readonly scope?: string | undefined;
}

/** Owners whose figures stand together. */
export interface Team {
  readonly name: string;
  /** Names as the CRM shows them as owners. */
  readonly members: readonly string[];
}

/**
 * What the user has just changed: one thing at a time, so that two changes that follow each other closely, or in two
 * tabs, do not undo each other. `null`: no longer set.
 */
export interface SettingsChange {
  readonly me?: string | null;
  readonly fiscal?: Partial<Omit<FiscalCalendar, 'weeks'>> & { readonly weeks?: WeekCalendar | null };
  readonly reportingCurrency?: string | null;
  /** All of them. */
  readonly teams?: readonly Team[] | null;
  readonly scope?: string | null;
}

export interface FiscalCalendar {
  readonly period: 'month' | 'quarter';
  /** Month (1..12) in which the fiscal year starts. */
  readonly yearStartMonth: number;
  /** Where the fiscal year has whole weeks (4-4-5): its months and quarters are then of weeks, and start on no month's first. */
  readonly weeks?: WeekCalendar | undefined;
}

/** One dated rate: `rate` units of `to` for one unit of `from`, valid from `on` until a later one. */
export interface CurrencyRate {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  /** Plain decimal, as typed: `"7.4605"`. */
  readonly rate: string;
}

export const defaultSettings: Settings = {
  me: undefined,
  fiscal: { period: 'quarter', yearStartMonth: 1 },
  reportingCurrency: undefined,
};
