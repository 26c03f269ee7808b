import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveHandoffs } from '../lib/store/serve-handoffs';

// A dedicated worker of our pages: it finds the passes of all stored deals while the page stays free.
export default defineUnlistedScript(() => serveHandoffs(self));
