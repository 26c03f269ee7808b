import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { dynamics } from '../lib/crm/dynamics/layout';
import { hubspot } from '../lib/crm/hubspot/layout';
import { publishAdapters } from '../lib/crm/late-adapters';
import { layoutAdapter } from '../lib/crm/layout-adapter';
import { odoo } from '../lib/crm/odoo/layout';
import { pipedrive } from '../lib/crm/pipedrive/layout';
import { salesforce } from '../lib/crm/salesforce/layout';
import { zoho } from '../lib/crm/zoho/layout';

// Like the generic script: no context of a content script, which would announce itself to the page.
export default defineUnlistedScript(() =>
  publishAdapters([salesforce, hubspot, pipedrive, dynamics, zoho, odoo].map(layoutAdapter)),
);
