import { guidIn } from './dynamics/urls';
import { opportunityId } from './salesforce/deal-id';

/** How each CRM that writes an id in several ways writes it in its pages; exports have any of them. */
const forms: Readonly<Record<string, (text: string) => string | undefined>> = {
  salesforce: opportunityId,
  dynamics: guidIn,
  // Zoho's exports put its own mark before the number that its pages have.
  zoho: (text) => /^(?:zcrm_)?(\d+)$/.exec(text)?.[1],
  hubspot: (text) => /^\d+$/.exec(text)?.[0],
  pipedrive: (text) => /^\d+$/.exec(text)?.[0],
  odoo: (text) => /^\d+$/.exec(text)?.[0],
};

/** An exported id as the CRM's pages have it; `undefined` where it is none of that CRM's. */
export function exportedId(crm: string, text: string): string | undefined {
  const form = Object.hasOwn(forms, crm) ? forms[crm] : undefined;
  return form === undefined ? text : form(text);
}
