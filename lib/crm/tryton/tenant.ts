import type { Page, Tenant } from '../adapter';
import { trytonAddress } from './address';

/** One database on one host: two databases of a host are two tenants. */
export function trytonTenant(page: Page): Tenant | undefined {
  const database = trytonAddress(page.url)?.database;
  return database === undefined ? undefined : { tenant: `${page.url.host}/${database}`, host: page.url.host };
}

/** Address of an opportunity's form, without what the page adds to it. */
export function dealUrl({ url }: Pick<Page, 'url'>, id: string): string {
  const database = trytonAddress(url)?.database ?? '';
  return `${url.origin}${url.pathname}#${encodeURIComponent(database)}/model/sale.opportunity/${id}`;
}
