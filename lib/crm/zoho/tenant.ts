import type { Page, Tenant } from '../adapter';

/** Number of the organisation in an address (`/crm/org<number>/tab/…`); most addresses name it (facts.md 5.1). */
export function zohoOrganisation({ pathname }: Pick<URL, 'pathname'>): string | undefined {
  return /^\/crm\/org(\d{1,25})(?:\/|$)/.exec(pathname)?.[1];
}

/** One organisation; the host alone where the address names none. */
export function zohoTenant({ url }: Pick<Page, 'url'>): Tenant {
  const organisation = zohoOrganisation(url);
  return {
    tenant: organisation === undefined ? url.host : `${url.host}/org${organisation}`,
    host: url.host,
  };
}
