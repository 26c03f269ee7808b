import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serveAlarms } from '../lib/hosts/alarms';
import { paintBadge } from '../lib/hosts/badge';
import { createCatchUp } from '../lib/hosts/catch-up';
import { logFault } from '../lib/log';
import { sendMessage } from '../lib/messages/client';
import { servePages } from '../lib/messages/serve-pages';
import { serveScripts } from '../lib/messages/serve-scripts';
import { tellTabs } from '../lib/messages/tell-tabs';
import { openDatabase } from '../lib/store/database';
import { keepGlance } from '../lib/store/keep-glance';
import { selfCheck } from '../lib/store/self-check';
import { askKeepOrWipe } from '../lib/store/sites';
import { interruptSyncs } from '../lib/store/syncs';
import { resumeWipes } from '../lib/store/wipe-host';

export default defineBackground({
  main() {
    const database = openDatabase();
    const today = () => Temporal.Now.plainDateISO().toString();
    const now = () => new Date().toISOString();
    const glances = keepGlance(database, { today, now }, paintBadge);
    const catchUp = createCatchUp({
      forget,
      hasReader: (tab) =>
        sendMessage('readerState', {}, tab).then(
          () => true,
          () => false,
        ),
    });
    const keepUp = () => run('catching up', catchUp());

    serveScripts(database, glances);
    servePages(database, { afterWrite: glances.refresh, catchUp });
    serveAlarms({
      everyDay: glances.refresh,
      everyHour: () => run('check', selfCheck(database, now()).then(glances.refresh)),
    });

    // Whatever script was reading a pipeline is gone, with its version or with its browser.
    const begin = () => run('beginning', interruptSyncs(database).then(catchUp));
    browser.runtime.onInstalled.addListener(begin);
    browser.runtime.onStartup.addListener(begin);
    browser.permissions.onAdded.addListener(keepUp);
    browser.permissions.onRemoved.addListener(keepUp);
    // A worker that died may have left any of it undone.
    keepUp();
    glances.refresh();
    const wipes = resumeWipes(database).then((wiped) => wiped > 0 && glances.refresh());
    run('wiping', wipes);

    async function forget(hosts: readonly string[]): Promise<void> {
      await tellTabs((tab) => sendMessage('stopReading', { hosts: [...hosts] }, tab));
      for (const host of hosts) await askKeepOrWipe(database, host, now());
    }
  },
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logFault(where, error));
}
