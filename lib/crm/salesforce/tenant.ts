import type { Page, Tenant } from '../adapter';

/**
 * One organisation under the name that it has chosen, with its sandbox if it is one. The application and the interface
 * have a host each (facts.md 1.1), and both are the one tenant: that of the application.
 *
 * @example salesforceTenant({ url: new URL('https://acme--test.sandbox.lightning.force.com/') })
 * // { tenant: 'acme--test.sandbox.lightning.force.com', host: 'acme--test.sandbox.lightning.force.com' }
 */
export function salesforceTenant({ url }: Pick<Page, 'url'>): Tenant {
  return { tenant: url.host.replace(/\.my\.salesforce\.com$/, '.lightning.force.com'), host: url.host };
}
