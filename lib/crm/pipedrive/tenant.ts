import type { Page, Tenant } from '../adapter';

/** One company has one host of its own (facts.md 3.1). */
export function pipedriveTenant({ url }: Pick<Page, 'url'>): Tenant {
  return { tenant: url.host, host: url.host };
}
