import type { Curve } from '../incidence-share';
import { rate, type Count, type Rate, type TooFew } from '../rate';
import { SOURCE_CLASSES } from '../source-class';
import { TUNING } from '../tuning';
import { conversionCounts } from './conversion-counts';
import { conversionRate, type ConversionRate } from './conversion-rate';
import { datedLeads } from './dated-leads';
import { isMaturing } from './is-maturing';
import { isUntold } from './is-untold';
import { NO_DAY, type LeadBook, type LeadFact, type SourcedDeal } from './lead-book';
import { monthsUpTo } from './months-up-to';
import { ofSpan, type DaySpan } from './of-span';
import { unitSums, type UnitSums } from './unit-sums';
import { winningOf } from './winning-of';

/** Leads of one month of creation. */
export interface LeadMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly leads: number;
  /** By class, and what is of none of the three. */
  readonly seeds: number;
  readonly nets: number;
  readonly spears: number;
  readonly others: number;
  readonly converted: number;
  readonly conversion: ConversionRate;
  readonly maturing: boolean;
}

/** What came of one source, or of one channel. */
export interface SourceLine {
  /** A class, or as the CRM has it; `null`: not said. */
  readonly of: string | null;
  /** Created in the period. */
  readonly leads: number;
  readonly conversion: ConversionRate;
  readonly maturing: boolean;
  /** Deals created in the period. */
  readonly deals: number;
  readonly won: number;
  /** Won / (won + lost), by count. */
  readonly winRate: Rate | TooFew;
  readonly wonValue: UnitSums;
  readonly openValue: UnitSums;
}

/** How leads become deals, and what each source and channel brings. */
export interface LeadReport {
  readonly withinDays: number;
  /** Stored, of all time. */
  readonly leads: number;
  /** Of these in no month, for their day of creation is not known; and converted nobody knows when. */
  readonly withoutDay: number;
  readonly withoutConversionDay: number;
  /** Tenants of which some leads are here, and others were not read: how many became deals is not told. */
  readonly partly: LeadBook['partly'];
  /** Of which nothing has shown whether they became deals, see `isUntold`. */
  readonly untold: number;
  /** Deals of which the day of creation is not known: what they brought is in no period. */
  readonly dealsWithoutDay: number;
  /** Created in the period. */
  readonly period: Omit<SourceLine, 'of'>;
  readonly months: readonly LeadMonth[];
  readonly sources: readonly SourceLine[];
  readonly channels: readonly SourceLine[];
}

interface Asked {
  readonly period: DaySpan;
  /** Of the twelve months' last one. */
  readonly lastDay: string;
}

/** By what was asked: whatever passes are chosen, the leads are the same. */
const made = new WeakMap<LeadBook, Map<string, LeadReport>>();

/** The figures of leads, and of deals by where they came from; those of one book are made once. */
export function leadReport(book: LeadBook, asked: Asked): LeadReport {
  const ofBook = made.get(book) ?? new Map<string, LeadReport>();
  made.set(book, ofBook);
  const { period, lastDay } = asked;
  const name = [period.start, period.end, lastDay].join();
  const report = ofBook.get(name) ?? newReport(book, asked);
  ofBook.set(name, report);
  return report;
}

function newReport(book: LeadBook, { period, lastDay }: Asked): LeadReport {
  const { leads, deals, partly } = book;
  const { leads: known, all } = datedLeads(book);
  const own = ofSpan(known, period);
  const ownDeals = ofSpan(deals, period);
  const context: Context = { all, whole: countsOf(own, ownDeals) };
  return {
    withinDays: TUNING.convertWithinDays,
    leads: leads.length,
    withoutDay: leads.length - known.length,
    withoutConversionDay: known.filter(({ converted }) => converted === NO_DAY).length,
    partly,
    untold: known.filter(isUntold).length,
    dealsWithoutDay: deals.filter(({ created }) => created === NO_DAY).length,
    period: lineOf(own, ownDeals, { ...context, whole: undefined }),
    months: monthsOf(known, lastDay, context),
    sources: linesOf(own, ownDeals, { ...context, by: 'source' }),
    channels: linesOf(own, ownDeals, { ...context, by: 'channel' }),
  };
}

interface Context {
  readonly all: Curve;
  /** Counts of everything in the period; `undefined`: this is everything. */
  readonly whole: Counts | undefined;
}

interface Counts {
  readonly decided: Count;
  readonly old: Count;
  readonly winning: Count;
}

function countsOf(leads: readonly LeadFact[], deals: readonly SourcedDeal[]): Counts {
  return { ...conversionCounts(leads), winning: winningOf(deals) };
}

function monthsOf(known: readonly LeadFact[], lastDay: string, { all }: Context): readonly LeadMonth[] {
  const months = monthsUpTo(lastDay).map(({ month, span }) => {
    const part = ofSpan(known, span);
    return { month, part, counts: conversionCounts(part) };
  });
  const total = sum(months.map(({ counts }) => counts.old));
  const first = months.findIndex(({ part }) => part.length > 0);
  return (first < 0 ? [] : months.slice(first)).map(({ month, part, counts }) => {
    const of = (name: string) => part.filter(({ source }) => source === name).length;
    const [seeds, nets, spears] = [of('seeds'), of('nets'), of('spears')];
    return {
      month,
      leads: part.length,
      seeds,
      nets,
      spears,
      others: part.length - seeds - nets - spears,
      converted: counts.decided.sum,
      conversion: conversionRate(part, { others: less(total, counts.old), all }),
      maturing: isMaturing(part),
    };
  });
}

function linesOf(
  leads: readonly LeadFact[],
  deals: readonly SourcedDeal[],
  { by, ...context }: Context & { readonly by: 'source' | 'channel' },
): readonly SourceLine[] {
  const groups = new Map<string | null, { leads: LeadFact[]; deals: SourcedDeal[] }>();
  const group = (name: string | null) => {
    const own = groups.get(name) ?? { leads: [], deals: [] };
    groups.set(name, own);
    return own;
  };
  for (const lead of leads) group(lead[by]).leads.push(lead);
  for (const deal of deals) group(deal[by]).deals.push(deal);
  return [...groups]
    .toSorted(([a, x], [b, y]) => placeOf(a) - placeOf(b) || weight(y) - weight(x) || compare(a, b))
    .map(([of, part]) => ({ of, ...lineOf(part.leads, part.deals, context) }));
}

function lineOf(
  leads: readonly LeadFact[],
  deals: readonly SourcedDeal[],
  { all, whole }: Context,
): Omit<SourceLine, 'of'> {
  const own = countsOf(leads, deals);
  const none = { sum: 0, n: 0 };
  return {
    leads: leads.length,
    conversion: conversionRate(leads, { others: whole ? less(whole.old, own.old) : none, all }),
    maturing: isMaturing(leads),
    deals: deals.length,
    won: own.winning.sum,
    winRate: rate(own.winning, whole ? less(whole.winning, own.winning) : none),
    wonValue: unitSums(deals, 'won'),
    openValue: unitSums(deals, 'open'),
  };
}

/** The method's classes first, what is not said last. */
function placeOf(of: string | null): number {
  const at = SOURCE_CLASSES.findIndex((name) => name === of);
  return of === null ? SOURCE_CLASSES.length + 1 : at === -1 ? SOURCE_CLASSES.length : at;
}

function weight({
  leads,
  deals,
}: {
  readonly leads: readonly unknown[];
  readonly deals: readonly unknown[];
}) {
  return leads.length + deals.length;
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function less(all: Count, part: Count): Count {
  return { sum: all.sum - part.sum, n: all.n - part.n };
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce((total, { sum: yes, n }) => ({ sum: total.sum + yes, n: total.n + n }), {
    sum: 0,
    n: 0,
  });
}
