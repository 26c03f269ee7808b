import { describe, expect, it } from 'vitest';
import type { Page, Tenant } from '../../../lib/crm/adapter';
import { dynamicsRoot, dynamicsTenant } from '../../../lib/crm/dynamics/tenant';
import { hubspotTenant } from '../../../lib/crm/hubspot/tenant';
import { odooTenant } from '../../../lib/crm/odoo/tenant';
import { pipedriveTenant } from '../../../lib/crm/pipedrive/tenant';
import { salesforceTenant } from '../../../lib/crm/salesforce/tenant';
import { zohoTenant } from '../../../lib/crm/zoho/tenant';

type Namer = (page: Pick<Page, 'url'>) => Tenant | undefined;

describe('the tenant of a page', () => {
  it.each<[string, Namer, string, string | undefined]>([
    [
      'HubSpot: a portal of a host',
      hubspotTenant,
      'https://app-eu1.hubspot.com/contacts/245000001/objects/0-3/views/all/list',
      'app-eu1.hubspot.com/245000001',
    ],
    [
      'HubSpot: the same portal on a record',
      hubspotTenant,
      'https://app-eu1.hubspot.com/contacts/245000001/record/0-3/18210045501',
      'app-eu1.hubspot.com/245000001',
    ],
    ['HubSpot: a page of no portal', hubspotTenant, 'https://app.hubspot.com/login', undefined],
    [
      'Pipedrive: a company',
      pipedriveTenant,
      'https://acme.pipedrive.com/pipeline/1/user/everyone',
      'acme.pipedrive.com',
    ],
    [
      'Dynamics 365: an organisation in the cloud',
      dynamicsTenant,
      'https://acme.crm4.dynamics.com/main.aspx?appid=1&pagetype=entitylist&etn=opportunity',
      'acme.crm4.dynamics.com',
    ],
    [
      'Dynamics 365: one of several organisations on premises',
      dynamicsTenant,
      'https://crm.example.com/Acme/main.aspx?etn=opportunity',
      'crm.example.com/Acme',
    ],
    [
      'Zoho: an organisation',
      zohoTenant,
      'https://crm.zoho.eu/crm/org20066660007/tab/Potentials/custom-view/1/list?page=1',
      'crm.zoho.eu/org20066660007',
    ],
    [
      'Zoho: an address without it',
      zohoTenant,
      'https://crm.zoho.eu/crm/tab/Potentials/564300000000412001',
      undefined,
    ],
    [
      'Salesforce: the application',
      salesforceTenant,
      'https://acme.lightning.force.com/lightning/o/Opportunity/list',
      'acme.lightning.force.com',
    ],
    [
      'Salesforce: the interface of the same organisation',
      salesforceTenant,
      'https://acme.my.salesforce.com/services/data/',
      'acme.lightning.force.com',
    ],
    [
      'Salesforce: a sandbox is another organisation',
      salesforceTenant,
      'https://acme--test.sandbox.my.salesforce.com/',
      'acme--test.sandbox.lightning.force.com',
    ],
  ])('%s', (_, tenantOf, address, tenant) => {
    const url = new URL(address);
    expect(tenantOf({ url })).toEqual(tenant === undefined ? undefined : { tenant, host: url.host });
  });

  it('Dynamics 365: what stands before its interface is nothing in the cloud', () => {
    expect(dynamicsRoot(new URL('https://acme.crm4.dynamics.com/main.aspx'))).toBe('');
    expect(dynamicsRoot(new URL('https://crm.example.com/Acme/main.aspx'))).toBe('/Acme');
  });

  it.each([
    [
      'a database of a host',
      'odoo.__session_info__ = {"uid": 2, "db": "acme_live"};',
      'odoo.example.com/acme_live',
    ],
    ['a host alone where the page is of no session', 'var odoo = { debug: "" };', 'odoo.example.com'],
    [
      'a host alone where the line is cut off',
      'odoo.__session_info__ = {"uid": 2, "db": "acme',
      'odoo.example.com',
    ],
  ])('Odoo: %s', (_, line, tenant) => {
    const parsed = new DOMParser().parseFromString(
      `<head><script src="/web/assets.js"></script><script>\n  {\n    ${line}\n    const { user_context } = odoo.__session_info__;\n  }\n</script></head>`,
      'text/html',
    );
    const url = new URL('https://odoo.example.com/odoo/crm');
    expect(odooTenant({ url, document: parsed })).toEqual({ tenant, host: 'odoo.example.com' });
  });
});
