import type { Lead } from '../deal/lead';
import type { Conversion } from '../handoff/lead-input-of';
import type { Database } from './database';
import { scan } from './scan';

/**
 * Leads by the key of the deal that they became: no more of them than that, for there may be many.
 *
 * @param visit Told of every lead.
 */
export async function readConversions(
  { leads }: Database,
  { nameOf, visit }: { readonly nameOf: (name: string) => string; readonly visit: (lead: Lead) => void },
): Promise<ReadonlyMap<string, readonly Conversion[]>> {
  const found = new Map<string, Conversion[]>();
  const person = (name: string | null | undefined) => (name ? nameOf(name) : null);
  for await (const rows of scan(leads))
    for (const lead of rows) {
      visit(lead);
      const { id, owner, convertedOn, convertedAt, convertedBy, convertedTo } = lead;
      if (!convertedTo) continue;
      const own = found.get(convertedTo) ?? [];
      found.set(convertedTo, own);
      own.push({ id, owner: person(owner), by: person(convertedBy), at: convertedAt || convertedOn || null });
    }
  return found;
}
