import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBadge } from '../lib/hosts/badge';
import { everyTab, readOpenTabs, reconcileReader } from '../lib/hosts/register';
import { hostOf } from '../lib/hosts/granted';
import { logFault } from '../lib/log';
import { sendMessage } from '../lib/messages/client';
import { servePages } from '../lib/messages/serve-pages';
import { serveScripts } from '../lib/messages/serve-scripts';
import { browserBuckets } from '../lib/store/buckets';
import { openDatabase } from '../lib/store/database';
import { StoreGuard } from '../lib/store/guard/guard';
import { browserFreeBytes } from '../lib/store/guard/space';
import { Home } from '../lib/store/home';
import { readGlance } from '../lib/store/read-glance';
import { askKeepOrWipe } from '../lib/store/sites';

export default defineBackground({
  main() {
    const home = new Home();
    const database = openDatabase('stafet', home);
    const guard = new StoreGuard({
      database,
      home,
      buckets: browserBuckets,
      local: browser.storage.local,
      session: browser.storage.session,
      freeBytes: browserFreeBytes,
      rebuildDerived: async () => {},
      now: () => new Date().toISOString(),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    const today = () => Temporal.Now.plainDateISO().toString();
    const badge = createBadge(async () => {
      await guard.whenReady();
      return readGlance(database, today());
    });

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
      const hosts = origins.flatMap((origin) => hostOf(origin) ?? []);
      await reconcileReader();
      await Promise.all(
        (await everyTab()).map((tab) => sendMessage('stopReading', { hosts }, tab).catch(() => {})),
      );
      for (const host of hosts) await askKeepOrWipe(database, host, new Date().toISOString());
    }
  },
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logFault(where, error));
}
