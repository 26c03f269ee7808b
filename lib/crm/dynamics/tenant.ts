import type { Page, Tenant } from '../adapter';

/**
 * What stands before the application and its interface: nothing in the cloud, where an organisation has a host of its
 * own, and `/<organisation>` on premises, where several share one (facts.md 4.1).
 */
export function dynamicsRoot({ pathname }: Pick<URL, 'pathname'>): string {
  return /^(\/[\w-]+)\/main\.aspx$/i.exec(pathname)?.[1] ?? '';
}

/** One organisation. */
export function dynamicsTenant({ url }: Pick<Page, 'url'>): Tenant {
  return { tenant: url.host + dynamicsRoot(url), host: url.host };
}
