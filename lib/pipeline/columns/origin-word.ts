import type { Origin } from './origin-of';

/** Where a row is from, as one word of the columns. */
export function originWord({ crm, tenant, host }: Origin): string {
  return JSON.stringify([crm, tenant, host]);
}
