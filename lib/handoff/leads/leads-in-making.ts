import { dayNumber } from '../../calendar/day-number';
import type { Deal } from '../../deal/deal';
import type { Lead, LeadsReach } from '../../deal/lead';
import { sumUnit } from '../../deal/sum-unit';
import { sourceClass } from '../source-class';
import { TUNING } from '../tuning';
import { NO_DAY, type LeadBook, type LeadFact, type PartOfLeads, type SourcedDeal } from './lead-book';

/**
 * Gathers leads and deals one by one, in any order; a deal that comes again takes its own place.
 *
 * @param today `YYYY-MM-DD`: what lies ahead of it counts as of it.
 * @param reach How far the leads of tenants were read. Of one that is not among them nobody knows: leads that its interface
 *   told, perhaps to another browser, are taken to be some of them, and files to name all, unless they name such alone as
 *   became deals.
 */
export function leadsInMaking(today: string, reach: ReadonlyMap<string, LeadsReach> = new Map()) {
  const last = dayOf(today) ?? 0;
  let reachNow = reach;
  let leads: LeadFact[] = [];
  /** Their tenants, in their order. */
  let tenants: string[] = [];
  const values = new Map<string, SourcedDeal>();
  /** What leads say of the deals that they became. */
  const origins = new Map<string, Pick<LeadFact, 'source' | 'channel'>>();
  let undated: { readonly at: number; readonly deal: string }[] = [];
  const createdOf = new Map<string, number>();
  const partly = new Map<string, PartOfLeads['reach']>();
  /** Tenants of leads that became deals by files alone, and tenants that have a lead which has not. */
  const [filed, mixed] = [new Set<string>(), new Set<string>()];
  const sourceOf = remembered((source) => sourceClass(source) ?? source);
  const dropDeal = (key: string): void => {
    createdOf.delete(key);
    values.delete(key);
  };
  return {
    dropDeal,
    /** All of them: they come anew, and perhaps other tenants are read to their end. */
    dropLeads(next: ReadonlyMap<string, LeadsReach>): void {
      reachNow = next;
      leads = [];
      tenants = [];
      undated = [];
      origins.clear();
      for (const names of [partly, filed, mixed]) names.clear();
    },
    /** One that is gone, or that this user is shown no more, stays what it was told to be. */
    addLead(lead: Lead): void {
      const { key, tenant, createdOn, convertedOn, convertedTo, toldAt, isFromFile, removedAt } = lead;
      const [source, channel] = [lead.source ? sourceOf(lead.source) : null, lead.channel || null];
      if (convertedTo) {
        // Several leads may have become one deal.
        const before = origins.get(convertedTo);
        origins.set(convertedTo, {
          source: before?.source ?? source,
          channel: before?.channel ?? channel,
        });
      }
      const reachHere = reachNow.get(tenant);
      const reachOf = reachHere ?? (isFromFile ? 'whole' : 'more');
      if (reachOf !== 'whole') partly.set(tenant, reachOf);
      // Where deals are named and this lead names none, it has become a contact alone.
      const isConverted = Boolean(convertedTo) || (convertedTo === undefined && Boolean(convertedOn));
      if (!isConverted && toldAt !== undefined) mixed.add(tenant);
      if (isConverted && reachHere === undefined) filed.add(tenant);
      const on = dayOf(convertedOn);
      if (isConverted && on === undefined && convertedTo)
        undated.push({ at: leads.length, deal: convertedTo });
      const created = dayOf(createdOn) ?? NO_DAY;
      const told = toldAt === undefined ? NO_DAY : Math.min(last, dayOf(toldAt.slice(0, 10)) ?? last);
      // It may be gone because it became a deal: as not converted it would lower the share, as young keep its month open.
      const isLost = removedAt !== undefined && told < created + TUNING.convertWithinDays;
      leads.push({
        key,
        created,
        converted: isConverted ? (on ?? NO_DAY) : undefined,
        watched: isLost ? NO_DAY : told,
        source,
        channel,
        isPartOf: false,
      });
      tenants.push(tenant);
    },
    addDeal(deal: Deal): void {
      const { key, createdOn, outcome, amountMinor, source, channel, removedAt } = deal;
      const created = dayOf(createdOn) ?? NO_DAY;
      createdOf.set(key, created);
      values.delete(key);
      if (removedAt !== undefined) return;
      values.set(key, {
        key,
        created,
        outcome: outcome ?? undefined,
        amountMinor: amountMinor ?? null,
        unit: sumUnit(deal),
        source: source ? sourceOf(source) : null,
        channel: channel || null,
      });
    },
    result(): LeadBook {
      // A lead becomes its deal when the deal is made.
      const parts = new Map(partly);
      for (const tenant of filed)
        if (!mixed.has(tenant) && !parts.has(tenant)) parts.set(tenant, 'converted');
      const dated = leads.map((lead, at) =>
        parts.has(tenants[at] ?? '') ? { ...lead, isPartOf: true } : lead,
      );
      for (const { at, deal } of undated) {
        const [lead, created] = [dated[at], createdOf.get(deal)];
        if (lead !== undefined && created !== undefined) dated[at] = { ...lead, converted: created };
      }
      const sourced = [...values.values()].map((deal): SourcedDeal => {
        const origin = origins.get(deal.key);
        if (origin === undefined || (deal.source !== null && deal.channel !== null)) return deal;
        return { ...deal, source: deal.source ?? origin.source, channel: deal.channel ?? origin.channel };
      });
      const unreadHere = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return {
        today: last,
        leads: dated,
        deals: sourced,
        partly: unreadHere.map(([tenant, reach]) => ({ tenant, reach })),
      };
    },
  };
}

function dayOf(text: string | null | undefined): number | undefined {
  return text ? dayNumber(text) : undefined;
}

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
