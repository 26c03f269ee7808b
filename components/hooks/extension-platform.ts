import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/deal/settings';
import { grantedPatterns, hostOf } from '../../lib/hosts/granted';
import { ask } from '../../lib/messages/ask';
import { sendMessage } from '../../lib/messages/client';
import { runsNotBegun } from '../../lib/messages/not-begun';
import { lastStoreFault } from '../../lib/messages/store-fault';
import type { StoreError } from '../../lib/messages/views';
import { polled } from './live';
import type { Platform } from './platform';
import { stored } from './stored';
import { siteStateOf, surfaceTab } from './tab-site';

const queries = () => import('../../lib/store/page-queries');
const exports_ = () => import('./export-store');
const imports = () => import('./import-store');

/** The platform of a real extension page; `tabId`: the tab it speaks about, the active one where absent. */
export async function extensionPlatform({ tabId }: { tabId?: number }): Promise<Platform> {
  let fault: unknown;
  const onFault = (error: unknown) => (fault = error);
  const today = () => Temporal.Now.plainDateISO().toString();
  const now = () => new Date().toISOString();

  return {
    glance: stored(
      async (database) => (await import('../../lib/store/read-glance')).readGlance(database, today()),
      onFault,
      60_000,
    ),
    site: polled(() => siteStateOf(tabId), 1000),
    syncs: stored(
      async (database) => [
        ...(await (await queries()).readSyncs(database, now())),
        ...(await runsNotBegun()),
      ],
      onFault,
      2000,
    ),
    problems: stored(async (database) => (await queries()).readProblems(database), onFault),
    settings: stored(
      async (database) => (await import('../../lib/store/settings')).readSettings(database),
      onFault,
    ),
    rates: stored((database) => database.rates.toArray(), onFault),
    sites: stored(
      async (database) => {
        const granted = (await grantedPatterns()).flatMap((pattern) => hostOf(pattern) ?? []);
        return (await queries()).readSites(database, granted);
      },
      onFault,
      5000,
    ),
    owners: stored(async (database) => (await queries()).readOwners(database), onFault),
    error: polled<StoreError>(async () => {
      if (fault === undefined) return lastStoreFault();
      return (await import('../../lib/store/store-error')).storeErrorOf(fault);
    }, 2000),
    deals: (query) => stored(async (database) => (await queries()).readDeals(database, query), onFault),
    changesOf: (key) => stored(async (database) => (await queries()).readChanges(database, key), onFault),

    requestAccess: (origin) => browser.permissions.request({ origins: [origin] }),
    revokeSite: (host) => ask(() => sendMessage('revokeSite', { host })),
    settleSite: (host, wipe) => ask(() => sendMessage('settleSite', { host, wipe })),
    setOverlay: (host, on) => ask(() => sendMessage('setOverlay', { host, on })),
    async startSync() {
      const tab = await surfaceTab(tabId);
      if (tab === undefined) return { started: false, why: 'not-granted' };
      return ask(() => sendMessage('startSync', { tabId: tab.id }));
    },
    cancelSync: (tenant) => ask(() => sendMessage('cancelSync', { tenant })),
    saveSettings: (settings) => ask(() => sendMessage('saveSettings', said(settings))),
    saveRate: (rate) => ask(() => sendMessage('saveRate', rate)),
    removeRate: (rate) => ask(() => sendMessage('removeRate', rate)),
    exportJson: async () => (await exports_()).exportJson(now()),
    exportCsv: async () => (await exports_()).exportCsv(today()),
    importBackup: async (file, onProgress) => (await imports()).importFile(file, onProgress),
    wipeEverything: () => ask(() => sendMessage('wipe', { everything: true })),
    async openDashboard(hash) {
      const page = browser.runtime.getURL('/dashboard.html');
      const open = (await browser.tabs.query({ url: `${page}*` })).find(({ id }) => id !== undefined);
      if (open?.id === undefined) await browser.tabs.create({ url: page + hash });
      else await browser.tabs.update(open.id, { active: true, url: page + hash });
    },
    async openSidePanel() {
      const { id } = await browser.windows.getCurrent();
      if (id !== undefined) await browser.sidePanel.open({ windowId: id });
    },
  };
}

/** The settings without those that are not set: a message has no word for `undefined`. */
function said(settings: Settings): Settings {
  const { fiscal, ...others } = settings;
  return { fiscal, ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) };
}
