import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { layoutAdapter } from '../lib/crm/generic/layout-adapter';
import { publishAdapters } from '../lib/crm/late-adapters';
import { layouts } from '../lib/crm/layouts';

// Like the generic script: no context of a content script, which would announce itself to the page.
export default defineUnlistedScript(() => publishAdapters(layouts.map(layoutAdapter)));
