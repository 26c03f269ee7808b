import { guidIn } from './dynamics/urls';
import { opportunityId } from './salesforce/deal-id';

/** How each CRM that writes an id in several ways writes it in its pages; exports have any of them. */
const forms: Readonly<Record<string, (text: string) => string | undefined>> = {
  salesforce: opportunityId,
  dynamics: guidIn,
  // Zoho's exports put its own mark before the number that its pages have.
  zoho: (text) => /^zcrm_(\d+)$/.exec(text)?.[1],
};

/** An exported id as the CRM's pages have it; `undefined` where it has one form only. */
export function exportedId(crm: string, text: string): string | undefined {
  return forms[crm]?.(text);
}
