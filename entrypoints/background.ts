import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBadge } from '../lib/hosts/badge';
import { covers, mayReadHost } from '../lib/hosts/granted';
import { readOpenTabs, reconcileReader } from '../lib/hosts/register';
import { logFault } from '../lib/log';
import { servePages } from '../lib/messages/serve-pages';
import { serveScripts } from '../lib/messages/serve-scripts';
import { stopReaders } from '../lib/messages/stop-readers';
import { openDatabase } from '../lib/store/database';
import { readGlance } from '../lib/store/read-glance';
import { askKeepOrWipe, hostsRead } from '../lib/store/sites';

export default defineBackground({
  main() {
    const database = openDatabase();
    const today = () => Temporal.Now.plainDateISO().toString();
    const badge = createBadge(() => readGlance(database, today()));

    serveScripts(database, badge.refresh);
    servePages(database, badge.refresh);

    const catchUp = async () => readOpenTabs(await reconcileReader());
    browser.runtime.onInstalled.addListener(() => run('installed', catchUp()));
    browser.runtime.onStartup.addListener(() => run('startup', catchUp()));
    browser.permissions.onAdded.addListener(({ origins = [] }) =>
      run(
        'granted',
        reconcileReader().then(() => readOpenTabs(origins)),
      ),
    );
    browser.permissions.onRemoved.addListener(({ origins = [] }) => run('revoked', revoked(origins)));
    badge.refresh();

    async function revoked(origins: readonly string[]): Promise<void> {
      await reconcileReader();
      await stopReaders(async (host) => !(await mayReadHost(host)));
      for (const host of await hostsRead(database)) {
        if (!origins.some((origin) => covers(origin, host)) || (await mayReadHost(host))) continue;
        await askKeepOrWipe(database, host, new Date().toISOString());
      }
    }
  },
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logFault(where, error));
}
