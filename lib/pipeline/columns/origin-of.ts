import type { Deal } from '../../deal/deal';

/** The CRM, the database in it, and the host on which it was seen. */
export type Origin = Pick<Deal, 'crm' | 'tenant' | 'host'>;

/** Where a row is from: the inverse of `originWord`. */
export function originOf(word: string): Origin {
  // Written by `originWord` alone.
  const [crm, tenant, host] = JSON.parse(word) as [string, string, string];
  return { crm, tenant, host };
}
