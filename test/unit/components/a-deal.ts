import type { Deal } from '../../../lib/deal/deal';

export const host = 'crm.example.com';

/** A stored deal with what a test says of it. */
export function aDeal(id: number, given: Partial<Deal> = {}): Deal {
  return {
    key: `sample|${host}|${id}`,
    crm: 'sample',
    tenant: host,
    host,
    id: String(id),
    name: `Deal ${id}`,
    sources: {},
    seenAt: '2026-05-19T09:00:00.000Z',
    seenVia: 'page',
    contentHash: '',
    ...given,
  };
}
