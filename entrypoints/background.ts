import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serveAlarms } from '../lib/hosts/alarms';
import { paintBadge } from '../lib/hosts/badge';
import { createCatchUp } from '../lib/hosts/catch-up';
import { covers, mayReadHost } from '../lib/hosts/granted';
import { leaveNoneAlone } from '../lib/hosts/left-alone';
import { logFault } from '../lib/log';
import { giveBackUnused } from '../lib/messages/give-back-unused';
import { hasReader } from '../lib/messages/has-reader';
import { servePages } from '../lib/messages/serve-pages';
import { serveScripts } from '../lib/messages/serve-scripts';
import { stopReaders } from '../lib/messages/stop-readers';
import { browserBuckets } from '../lib/store/buckets';
import { openDatabase } from '../lib/store/database';
import { StoreGuard } from '../lib/store/guard/guard';
import { browserFreeBytes } from '../lib/store/guard/space';
import { Home } from '../lib/store/home';
import { keepGlance } from '../lib/store/keep-glance';
import { selfCheck } from '../lib/store/self-check';
import { askKeepOrWipe, hostsRead } from '../lib/store/sites';
import { interruptSyncs } from '../lib/store/syncs';
import { resumeWipes } from '../lib/store/wipe-host';

export default defineBackground({
  main() {
    const today = () => Temporal.Now.plainDateISO().toString();
    const now = () => new Date().toISOString();
    const home = new Home();
    const database = openDatabase('stafet', home);
    const guard = new StoreGuard({
      database,
      home,
      buckets: browserBuckets,
      local: browser.storage.local,
      session: browser.storage.session,
      freeBytes: browserFreeBytes,
      rebuildDerived: async () => glances.refresh(),
      now,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    const glances = keepGlance(database, { today, now }, paintBadge);
    const catchUp = createCatchUp({ forget, hasReader });
    const keepUp = () => run('catching up', catchUp());

    serveScripts(database, glances);
    servePages(database, { afterWrite: glances.refresh, catchUp });
    serveAlarms({
      everyDay: glances.refresh,
      everyHour: () => {
        run('check', selfCheck(database, now()).then(glances.refresh));
        // A tab that was closed midway has not said that it ended.
        run('giving back', giveBackUnused(database, now()));
      },
    });

    // Whatever script was reading a pipeline is gone, with its version or with its browser.
    const begin = () =>
      run(
        'beginning',
        guard
          .whenReady()
          .then(() => interruptSyncs(database))
          .then(() => giveBackUnused(database, now()))
          .then(catchUp),
      );
    browser.runtime.onInstalled.addListener(begin);
    browser.runtime.onStartup.addListener(begin);
    browser.permissions.onAdded.addListener(() => run('granted', leaveNoneAlone().then(catchUp)));
    browser.permissions.onRemoved.addListener(keepUp);
    // A worker that died may have left any of it undone.
    keepUp();
    glances.refresh();
    run(
      'wipe',
      guard
        .whenReady()
        .then(() => resumeWipes(database))
        .then((wiped) => wiped > 0 && glances.refresh()),
    );

    async function forget(patterns: readonly string[]): Promise<void> {
      await stopReaders(async (host) => !(await mayReadHost(host)));
      await guard.whenReady();
      for (const host of await hostsRead(database)) {
        if (!patterns.some((pattern) => covers(pattern, host)) || (await mayReadHost(host))) continue;
        await askKeepOrWipe(database, host, now());
      }
    }
  },
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logFault(where, error));
}
