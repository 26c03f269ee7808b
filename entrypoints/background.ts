import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serveAlarms } from '../lib/hosts/alarms';
import { paintBadge } from '../lib/hosts/badge';
import { covers, mayReadHost } from '../lib/hosts/granted';
import { readOpenTabs, reconcileReader } from '../lib/hosts/register';
import { logFault } from '../lib/log';
import { servePages } from '../lib/messages/serve-pages';
import { serveScripts } from '../lib/messages/serve-scripts';
import { stopReaders } from '../lib/messages/stop-readers';
import { openDatabase } from '../lib/store/database';
import { keepGlance } from '../lib/store/keep-glance';
import { selfCheck } from '../lib/store/self-check';
import { askKeepOrWipe, hostsRead } from '../lib/store/sites';
import { resumeWipes } from '../lib/store/wipe-host';

export default defineBackground({
  main() {
    const database = openDatabase();
    const today = () => Temporal.Now.plainDateISO().toString();
    const now = () => new Date().toISOString();
    const glances = keepGlance(database, { today, now }, paintBadge);

    serveScripts(database, glances);
    servePages(database, glances.refresh);
    serveAlarms({
      everyDay: glances.refresh,
      everyHour: () => run('check', selfCheck(database, now()).then(glances.refresh)),
    });

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
    glances.refresh();
    run(
      'wipe',
      resumeWipes(database).then((wiped) => wiped > 0 && glances.refresh()),
    );

    async function revoked(origins: readonly string[]): Promise<void> {
      await reconcileReader();
      await stopReaders(async (host) => !(await mayReadHost(host)));
      for (const host of await hostsRead(database)) {
        if (!origins.some((origin) => covers(origin, host)) || (await mayReadHost(host))) continue;
        await askKeepOrWipe(database, host, now());
      }
    }
  },
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => logFault(where, error));
}
