import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveForecasts } from '../lib/store/serve-forecasts';

// A dedicated worker of the dashboard: it reads the store and learns from it while the page stays free.
export default defineUnlistedScript(() => serveForecasts(self));
