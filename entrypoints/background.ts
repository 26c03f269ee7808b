import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBadge } from '../lib/hosts/badge';
import { createCatchUp } from '../lib/hosts/catch-up';
import { logFault } from '../lib/log';
import { sendMessage } from '../lib/messages/client';
import { servePages } from '../lib/messages/serve-pages';
import { serveScripts } from '../lib/messages/serve-scripts';
import { tellTabs } from '../lib/messages/tell-tabs';
import { openDatabase } from '../lib/store/database';
import { readGlance } from '../lib/store/read-glance';
import { askKeepOrWipe } from '../lib/store/sites';
import { interruptSyncs } from '../lib/store/syncs';

export default defineBackground({
  main() {
    const database = openDatabase();
    const today = () => Temporal.Now.plainDateISO().toString();
    const badge = createBadge(() => readGlance(database, today()));
    const catchUp = createCatchUp({
      forget,
      hasReader: (tab) =>
        sendMessage('readerState', {}, tab).then(
          () => true,
          () => false,
        ),
    });
    const keepUp = () => run('catching up', catchUp());

    serveScripts(database, badge.refresh);
    servePages(database, { afterWrite: badge.refresh, catchUp });

    // Whatever script was reading a pipeline is gone, with its version or with its browser.
    const begin = () => run('beginning', interruptSyncs(database).then(catchUp));
    browser.runtime.onInstalled.addListener(begin);
    browser.runtime.onStartup.addListener(begin);
    browser.permissions.onAdded.addListener(keepUp);
    browser.permissions.onRemoved.addListener(keepUp);
    // A worker that died may have left any of it undone.
    keepUp();
    badge.refresh();

    async function forget(hosts: readonly string[]): Promise<void> {
      await tellTabs((tab) => sendMessage('stopReading', { hosts: [...hosts] }, tab));
      for (const host of hosts) await askKeepOrWipe(database, host, new Date().toISOString());
    }
  },
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logFault(where, error));
}
