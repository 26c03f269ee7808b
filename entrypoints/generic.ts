import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { generic } from '../lib/crm/generic/adapter';
import { publishAdapters } from '../lib/crm/late-adapters';

// It listens to nothing and ends with the reader that uses it, so it needs no context of a content script, which would
// weigh a kilobyte and announce itself to the page.
export default defineUnlistedScript(() => publishAdapters([generic()]));
