import type { Curve } from '../incidence-share';
import { conversionCurve } from './conversion-curve';
import { NO_DAY, type LeadBook, type LeadFact } from './lead-book';

/** Leads whose day of creation is known, and the curve of all of them. */
interface DatedLeads {
  readonly leads: readonly LeadFact[];
  readonly all: Curve;
}

const known = new WeakMap<LeadBook, DatedLeads>();

/** The leads of a book that are in any figure. They are the same in all of them, and so found once a book. */
export function datedLeads(book: LeadBook): DatedLeads {
  const before = known.get(book);
  if (before !== undefined) return before;
  const leads = book.leads.filter(({ created }) => created !== NO_DAY && created <= book.today);
  const dated = { leads, all: conversionCurve(leads) };
  known.set(book, dated);
  return dated;
}
