import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { exportedId } from '../lib/crm/export-ids';
import { readLeads } from '../lib/crm/generic/sheet/leads/read-leads';
import { readHistory } from '../lib/crm/generic/sheet/read-history';
import { readSheet } from '../lib/crm/generic/sheet/read-sheet';
import { surveySheet } from '../lib/crm/generic/sheet/survey-sheet';
import { serveCsv } from '../lib/store/csv/serve-csv';

// A dedicated worker of the dashboard: it reads a CRM's export, however long, while the page stays free.
export default defineUnlistedScript(() =>
  serveCsv(self, { survey: surveySheet, read: readSheet, readHistory, readLeads, idOf: exportedId }),
);
