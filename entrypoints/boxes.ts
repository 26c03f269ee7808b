import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { publishAdapters } from '../lib/crm/late-adapters';
import { whole } from '../lib/crm/generic/boxes/whole';

// Takes the place of the generic adapter that was there before. No context of a content script, which would announce itself.
export default defineUnlistedScript(() => publishAdapters([whole]));
