import type { Page, Tenant } from '../adapter';

/** Number of the portal in an address (`/contacts/245000001/objects/0-3/…`); `undefined` where it names none. */
export function hubspotPortal({ pathname }: Pick<URL, 'pathname'>): string | undefined {
  // facts.md 2.1: every page of the app begins with the name of a tool and the portal's number.
  return /^\/[a-z][a-z0-9-]*\/(\d{1,15})(?:\/|$)/.exec(pathname)?.[1];
}

/** One portal: several of them share one host. `undefined` on a page that names no portal. */
export function hubspotTenant({ url }: Pick<Page, 'url'>): Tenant | undefined {
  const portal = hubspotPortal(url);
  return portal === undefined ? undefined : { tenant: `${url.host}/${portal}`, host: url.host };
}
