import type { Deal } from '../../../../lib/deal/deal';
import type { Database } from '../../../../lib/store/database';
import type { UnidentifiedDeal } from '../../../../lib/store/rows';

export const hosts = ['crm.example.com', 'other.example.com'] as const;

/** A stored deal as earlier versions have written them: without a slot. */
export function rawDeal(nth: number, given: Partial<Deal> & { readonly slot?: number } = {}): Deal {
  const host = hosts[nth % 2] ?? hosts[0];
  const id = String(nth);
  return {
    key: `crm|${host}|${id}`,
    crm: 'crm',
    tenant: host,
    host,
    id,
    name: `Deal ${nth}`,
    outcome: nth % 3 === 0 ? 'won' : 'open',
    closedOn: nth % 3 === 0 ? '2026-03-01' : null,
    amountMinor: 100 * nth,
    currency: 'EUR',
    owner: `Owner ${nth % 7}`,
    seenAs: 'ida',
    sources: {},
    seenAt: '2026-03-02T10:00:00.000Z',
    seenVia: 'page',
    contentHash: id,
    ...given,
  };
}

export function rawStray(nth: number, given: Partial<UnidentifiedDeal> = {}): UnidentifiedDeal {
  const { id: _, ...deal } = rawDeal(nth);
  const fingerprint = `number:${nth}`;
  return { ...deal, key: `crm|${deal.tenant}|?${fingerprint}`, view: 'list:deals', fingerprint, ...given };
}

/** Puts rows into the store as no version of ours does: past the columns. */
export async function addRaw(
  { deals, unidentified }: Database,
  rows: { readonly deals?: readonly Deal[]; readonly strays?: readonly UnidentifiedDeal[] },
): Promise<void> {
  await deals.bulkAdd([...(rows.deals ?? [])]);
  await unidentified.bulkAdd([...(rows.strays ?? [])]);
}
