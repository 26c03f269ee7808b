import { dynamics } from './dynamics/layout';
import { hubspot } from './hubspot/layout';
import type { Layout } from './layout';
import { odoo } from './odoo/layout';
import { pipedrive } from './pipedrive/layout';
import { salesforce } from './salesforce/layout';
import { zoho } from './zoho/layout';

/** The CRMs that we know by name, as the script `named` brings them. */
export const layouts: readonly Layout[] = [salesforce, hubspot, pipedrive, dynamics, zoho, odoo];
