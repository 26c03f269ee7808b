import type { Working } from '../passes-shown';
import type { Curve } from '../incidence-share';
import type { Count } from '../rate';
import { TUNING } from '../tuning';
import { conversionCounts } from './conversion-counts';
import { conversionLife } from './conversion-life';
import { conversionShare } from './conversion-share';
import { datedLeads } from './dated-leads';
import { isMaturing } from './is-maturing';
import { isOnlyConverted } from './is-only-converted';
import { type LeadBook, type LeadFact, type SourcedDeal } from './lead-book';
import { ofSpan, type DaySpan } from './of-span';
import { winningOf } from './winning-of';

/** The figures of leads that open to what they are made of. */
export const LEADS_SHOWN = ['leads', 'conversion', 'deals', 'won', 'winRate', 'open'] as const;
export type LeadsShown = (typeof LEADS_SHOWN)[number];

/** Which figure, of which leads or deals. */
export interface LeadsQuery {
  readonly period: DaySpan;
  readonly show: LeadsShown;
  /** Those of one source or channel; `of` empty: those of which none is said. */
  readonly by?: 'source' | 'channel' | undefined;
  readonly of?: string | undefined;
}

/** Keys of what a figure is made of, the latest first, at most five hundred, and how it is worked out. */
export interface LeadKeys {
  readonly query: LeadsQuery;
  readonly kind: 'leads' | 'deals';
  readonly keys: readonly string[];
  readonly n: number;
  readonly working: LeadWorking | undefined;
}

/** How a share of leads or deals is worked out. */
export interface LeadWorking extends Omit<Working, 'isEstimate'> {
  /** Where the share is an estimate: how many have become deals to this day, and of how many. */
  readonly soFar?: Count;
}

const MOST = 500;

/** The leads or deals that a figure of the report is made of. */
export function leadsShown(book: LeadBook, query: LeadsQuery): LeadKeys {
  const { period } = query;
  const isOfIt = (one: LeadFact | SourcedDeal) =>
    query.by === undefined || (one[query.by] ?? '') === (query.of ?? '');
  if (query.show === 'leads' || query.show === 'conversion') {
    const { leads, all } = datedLeads(book);
    const known = ofSpan(leads, period);
    const own = known.filter(isOfIt);
    const counted =
      query.show === 'leads' ? own : own.filter((lead) => conversionLife(lead)?.isConverted === true);
    return {
      ...listed(counted, query),
      kind: 'leads',
      working:
        query.show === 'leads' || isOnlyConverted(own)
          ? undefined
          : conversionWorking(own, known, { query, all }),
    };
  }
  const among = ofSpan(book.deals, period);
  const own = among.filter(isOfIt);
  const counted = own.filter(
    ({ outcome }) =>
      query.show === 'deals' ||
      outcome === query.show ||
      (query.show === 'winRate' && (outcome === 'won' || outcome === 'lost')),
  );
  return {
    ...listed(counted, query),
    kind: 'deals',
    working: query.show === 'winRate' ? winWorking(own, among, query) : undefined,
  };
}

function listed(
  all: readonly (LeadFact | SourcedDeal)[],
  query: LeadsQuery,
): Pick<LeadKeys, 'query' | 'keys' | 'n'> {
  const latest = all.toSorted((a, b) => b.created - a.created || (a.key < b.key ? -1 : 1));
  return { query, n: all.length, keys: latest.slice(0, MOST).map(({ key }) => key) };
}

function conversionWorking(
  own: readonly LeadFact[],
  known: readonly LeadFact[],
  { query, all }: { readonly query: LeadsQuery; readonly all: Curve },
): LeadWorking {
  const [mine, old] = [conversionCounts(own), conversionCounts(known).old];
  const watched = own.filter((lead) => conversionLife(lead) !== undefined);
  return {
    ...conversionShare(own, all).count,
    // A month is drawn towards the other months, of which this list knows nothing.
    ...(query.by !== undefined && towards({ sum: old.sum - mine.old.sum, n: old.n - mine.old.n })),
    ...(isMaturing(own) && { soFar: { sum: mine.decided.sum, n: watched.length } }),
  };
}

function winWorking(
  own: readonly SourcedDeal[],
  among: readonly SourcedDeal[],
  { by }: LeadsQuery,
): LeadWorking {
  const [mine, all] = [winningOf(own), winningOf(among)];
  return {
    ...mine,
    ...(by !== undefined && towards({ sum: all.sum - mine.sum, n: all.n - mine.n })),
  };
}

function towards(others: { readonly sum: number; readonly n: number }): Pick<Working, 'towards'> {
  const prior = (others.sum + 1) / (others.n + 2);
  return { towards: { prior, weight: Math.min(TUNING.shrinkStrength, others.n + 2) } };
}
