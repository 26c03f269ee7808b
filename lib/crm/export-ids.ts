import { guidIn } from './dynamics/urls';
import { opportunityId } from './salesforce/deal-id';
import { leadId } from './salesforce/lead-id';

type Forms = Readonly<Record<string, (text: string) => string | undefined>>;

const digits = (text: string) => /^\d+$/.exec(text)?.[0];
// Zoho's exports put its own mark before the number that its pages have.
const shared = { dynamics: guidIn, zoho: (text: string) => /^(?:zcrm_)?(\d+)$/.exec(text)?.[1] };

/** How each CRM that writes an id in several ways writes it in its pages; exports have any of them. */
const forms: Readonly<Record<'deal' | 'lead', Forms>> = {
  deal: { ...shared, salesforce: opportunityId, hubspot: digits, pipedrive: digits, odoo: digits },
  // Pipedrive's leads have no numbers.
  lead: { ...shared, salesforce: leadId, hubspot: digits, odoo: digits },
};

/** An exported id as the CRM's pages have it; `undefined` where it is none of that CRM's. */
export function exportedId(crm: string, text: string, of: 'deal' | 'lead' = 'deal'): string | undefined {
  const form = Object.hasOwn(forms[of], crm) ? forms[of][crm] : undefined;
  return form === undefined ? text : form(text);
}
