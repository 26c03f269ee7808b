import { browser } from 'wxt/browser';
import type { Settings } from '../../lib/deal/settings';
import { grantedPatterns, hostOf } from '../../lib/hosts/granted';
import { sendMessage } from '../../lib/messages/client';
import { dismissOutcome, lastOutcome, lastStoreFault, missingCopy } from '../../lib/messages/store-fault';
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
  // The worker restores what the browser has lost, as soon as it starts.
  const wake = () => void sendMessage('pause', { ms: 0 }).catch(() => {});
  const onFault = (error: unknown) => {
    fault = error;
    if (error !== undefined) wake();
  };
  const today = () => Temporal.Now.plainDateISO().toString();
  const now = () => new Date().toISOString();

  return {
    glance: stored(
      async (database) => {
        const glance = await (await import('../../lib/store/read-glance')).readGlance(database, today());
        // An empty store may be one that was lost.
        if (glance.deals === 0) wake();
        return glance;
      },
      onFault,
      60_000,
    ),
    site: polled(() => siteStateOf(tabId), 1000),
    syncs: stored(async (database) => (await queries()).readSyncs(database, now()), onFault, 5000),
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
      // The worker knows more of it.
      const noted = await lastStoreFault();
      if (fault === undefined || noted !== undefined) return noted;
      return (await import('../../lib/store/store-error')).storeErrorOf(fault);
    }, 2000),
    restored: polled(lastOutcome, 2000),
    oneCopy: polled(missingCopy, 10_000),
    deals: (query) => stored(async (database) => (await queries()).readDeals(database, query), onFault),
    changesOf: (key) => stored(async (database) => (await queries()).readChanges(database, key), onFault),

    requestAccess: (origin) => browser.permissions.request({ origins: [origin] }),
    revokeSite: (host) => sendMessage('revokeSite', { host }),
    settleSite: (host, wipe) => sendMessage('settleSite', { host, wipe }),
    setOverlay: (host, on) => sendMessage('setOverlay', { host, on }),
    async startSync() {
      const tab = await surfaceTab(tabId);
      if (tab === undefined) return { started: false, why: 'not-granted' };
      return sendMessage('startSync', { tabId: tab.id });
    },
    cancelSync: (tenant) => sendMessage('cancelSync', { tenant }),
    saveSettings: (settings) => sendMessage('saveSettings', said(settings)),
    saveRate: (rate) => sendMessage('saveRate', rate),
    removeRate: (rate) => sendMessage('removeRate', rate),
    exportJson: async () => (await exports_()).exportJson(now()),
    exportCsv: async () => (await exports_()).exportCsv(today()),
    importBackup: async (file, onProgress) => (await imports()).importFile(file, onProgress),
    wipeEverything: () => sendMessage('wipe', { everything: true }),
    dismissRestored: dismissOutcome,
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
