import type { LeadRead } from '../../deal/lead';
import type { LeadPage } from './read-pipeline';

/**
 * The leads of one call's rows. One that could not be taken as a lead is missing, which is told: what a whole listing
 * does not name is taken to be gone.
 */
export function leadsOfRows<Row>(
  rows: readonly Row[],
  leadOf: (row: Row) => LeadRead | undefined,
): Pick<LeadPage, 'leads' | 'problem'> {
  const leads = rows.flatMap((row) => leadOf(row) ?? []);
  return { leads, ...(leads.length < rows.length && { problem: 'leads-partly' }) };
}
