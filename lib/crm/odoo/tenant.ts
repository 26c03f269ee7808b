import type { Page, Tenant } from '../adapter';
import { odooSessionInfo } from './session-info';

/** One database, for a host may have several; the host alone where the page does not tell. */
export function odooTenant({ url, document }: Pick<Page, 'url' | 'document'>): Tenant {
  const database = odooSessionInfo(document)?.['db'];
  const isNamed = typeof database === 'string' && database !== '';
  return { tenant: isNamed ? `${url.host}/${database}` : url.host, host: url.host };
}
