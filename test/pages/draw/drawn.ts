import { dynamicsPages } from './dynamics';
import { hubspotPages } from './hubspot';
import { odooPages } from './odoo';
import { pipedrivePages } from './pipedrive';
import { salesforcePages } from './salesforce';
import type { StoredPage } from './stored-page';
import { zohoPages } from './zoho';

/** Every page of a CRM that is known by name. */
export const drawnPages: readonly StoredPage[] = [
  ...salesforcePages,
  ...hubspotPages,
  ...pipedrivePages,
  ...dynamicsPages,
  ...zohoPages,
  ...odooPages,
];

/** What stands in the files of a page's folder. */
export function filesOf({ html, expected }: StoredPage): Readonly<Record<string, string>> {
  return { 'page.html': html, 'expected.json': `${JSON.stringify(expected, null, 2)}\n` };
}
