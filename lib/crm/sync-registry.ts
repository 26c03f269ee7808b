import type { SyncWay } from './adapter';
import { dynamicsSync } from './dynamics/sync';
import { hubspotSync } from './hubspot/sync';
import { odooSync } from './odoo/sync';
import { pipedriveSync } from './pipedrive/sync';
import { salesforceSync } from './salesforce/sync';
import { trytonSync } from './tryton/sync';
import { zohoSync } from './zoho/sync';

/** Every CRM whose whole pipeline can be read through the page's own session. */
export const syncWays: readonly SyncWay[] = [
  dynamicsSync,
  hubspotSync,
  odooSync,
  pipedriveSync,
  salesforceSync,
  trytonSync,
  zohoSync,
];
