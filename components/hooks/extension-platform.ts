import { browser } from 'wxt/browser';
import type { Mapping } from '../../lib/deal/mapping';
import { covers, grantedPatterns, hostOf } from '../../lib/hosts/granted';
import { ask } from '../../lib/messages/ask';
import { sendMessage } from '../../lib/messages/client';
import { runsNotBegun } from '../../lib/messages/not-begun';
import { dismissOutcome, lastOutcome, lastStoreFault, missingCopy } from '../../lib/messages/store-fault';
import type { StoreError } from '../../lib/messages/views';
import { held, heldForecastName, heldHandoffsName } from '../../lib/store/held';
import type { ForecastGlance } from '../../lib/pipeline/forecast-glance';
import type { HandoffGlance } from '../../lib/pipeline/handoff-glance';
import { firstGlance } from './first-glance';
import { liveLater, polled } from './live';
import type { Platform } from './platform';
import { saveRows } from './save-rows';
import { stored } from './stored';
import { siteStateOf, surfaceTab } from './tab-site';
import { markColumn, pointAtColumn, surveyOf, tellTaught } from './tab-survey';

const queries = () => import('../../lib/store/page-queries');
const lists = () => import('../../lib/store/list-queries');
const exports_ = () => import('./export-store');
const imports = () => import('./import-store');
const csvFiles = () => import('./csv-file');
const checks = () => import('../../lib/messages/check-own');

/**
 * The platform of a real extension page, with the figures that can be painted at once.
 *
 * @param tabId The tab it speaks about, the active one where absent.
 */
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

  const left = <Kept>(name: string) => held<Kept>(name).catch(() => undefined);
  const [first, forecast, handoffs] = await Promise.all([
    firstGlance(today()),
    left<ForecastGlance>(heldForecastName),
    left<HandoffGlance>(heldHandoffsName),
  ]);

  return {
    glance: stored(
      async (database) => {
        const glance = await (await import('../../lib/store/read-glance')).readGlance(database, today());
        // There are no figures without columns: the worker makes them when it starts. An empty store may be one that was lost.
        if (glance === undefined || glance.deals === 0) wake();
        return glance;
      },
      { onFault, everyMs: 60_000, first },
    ),
    site: polled(() => siteStateOf(tabId), 1000),
    syncs: stored(
      async (database) => [
        ...(await (await queries()).readSyncs(database, now())),
        ...(await runsNotBegun()),
      ],
      { onFault, everyMs: 2000 },
    ),
    problems: stored(async (database) => (await queries()).readProblems(database), { onFault }),
    settings: stored(async (database) => (await import('../../lib/store/settings')).readSettings(database), {
      onFault,
    }),
    rates: stored((database) => database.rates.toArray(), { onFault }),
    targets: stored(
      async (database) => (await import('../../lib/store/targets')).targetsOf(database).toArray(),
      { onFault },
    ),
    mappings: stored((database) => database.table<Mapping>('mappings').toArray(), { onFault }),
    processes: stored((database) => database.process.toArray(), { onFault }),
    verdicts: stored((database) => database.verdicts.toArray(), { onFault }),
    sites: stored(
      async (database) => {
        const patterns = await grantedPatterns();
        const named = patterns.flatMap((pattern) => hostOf(pattern) ?? []);
        const isGranted = (host: string) => patterns.some((pattern) => covers(pattern, host));
        return (await queries()).readSites(database, named, isGranted);
      },
      { onFault, everyMs: 5000 },
    ),
    owners: stored(async (database) => (await queries()).readOwners(database), { onFault }),
    seenNames: liveLater(async () => (await import('./stored-seen-names')).storedSeenNames(onFault), onFault),
    error: polled<StoreError>(async () => {
      // The worker knows more of it.
      const noted = await lastStoreFault();
      if (fault === undefined || noted !== undefined) return noted;
      return (await import('../../lib/store/store-error')).storeErrorOf(fault);
    }, 2000),
    restored: polled(lastOutcome, 2000),
    oneCopy: polled(missingCopy, 10_000),
    list: (query) =>
      liveLater(async () => (await import('./stored-list')).storedList(query, onFault), onFault),
    rows: (slots) =>
      stored(async (database) => (await lists()).readRows(database, slots), { onFault, isSame: () => false }),
    facts: (query) =>
      liveLater(async () => (await import('./stored-facts')).storedFacts(query, now, onFault), onFault),
    forecastGlance: liveLater(
      async () => {
        // Learning takes a core for a while: first the figures.
        await new Promise((resolve) => setTimeout(resolve, 500));
        return (await import('./stored-forecast-glance')).storedForecastGlance({ today, now }, onFault);
      },
      onFault,
      forecast,
    ),
    handoffGlance: liveLater(
      async () => {
        // Finding passes takes a core for a while: first the figures, and what they will land.
        await new Promise((resolve) => setTimeout(resolve, 700));
        return (await import('./stored-handoff-glance')).storedHandoffGlance({ today, now }, onFault);
      },
      onFault,
      handoffs,
    ),
    handoffs: (query) =>
      liveLater(
        async () => (await import('./stored-handoffs')).storedHandoffs(query, { today, now }, onFault),
        onFault,
      ),
    passes: (query) =>
      liveLater(
        async () => (await import('./stored-handoffs')).storedPasses(query, { today, now }, onFault),
        onFault,
      ),
    leads: (query) =>
      liveLater(
        async () => (await import('./stored-handoffs')).storedLeads(query, { today, now }, onFault),
        onFault,
      ),
    record: (query) =>
      liveLater(async () => (await import('./stored-record')).storedRecord(query, now, onFault), onFault),
    forecast: (query) => {
      const loaded = import('./stored-forecast').then((one) => one.storedForecast(query, now, onFault));
      return {
        ...liveLater(() => loaded, onFault),
        whatIf: async (question) => (await loaded).whatIf(question),
      };
    },
    dealsOf: (keys) =>
      stored(async (database) => (await lists()).readDeals(database, keys), { onFault, isSame: () => false }),
    deal: (key) => stored(async (database) => (await lists()).readDeal(database, key), { onFault }),
    handoffsOf: (key) =>
      stored(
        async (database) => (await import('../../lib/store/read-handoffs')).readHandoffs(database, key),
        {
          onFault,
        },
      ),
    changesOf: (key) => stored(async (database) => (await queries()).readChanges(database, key), { onFault }),

    requestAccess: (origin) => browser.permissions.request({ origins: [origin] }),
    revokeSite: (host) => ask(() => sendMessage('revokeSite', { host })),
    settleSite: (host, wipe) => ask(() => sendMessage('settleSite', { host, wipe })),
    setOverlay: (host, on) => ask(() => sendMessage('setOverlay', { host, on })),
    async startSync(otherHost) {
      if (otherHost !== undefined) {
        const wish = { permissions: ['cookies' as const], origins: [`${otherHost}/*`] };
        if (!(await browser.permissions.request(wish))) return { started: false, why: 'not-allowed' };
      }
      const tab = await surfaceTab(tabId);
      if (tab === undefined) return { started: false, why: 'not-granted' };
      return ask(() => sendMessage('startSync', { tabId: tab.id }));
    },
    cancelSync: (tenant) => ask(() => sendMessage('cancelSync', { tenant })),
    saveSettings: async (change) =>
      (await checks()).settingsRefusal(change) ?? ask(() => sendMessage('saveSettings', change)),
    saveRate: (rate) => saveRows({ table: 'rates', put: [rate] }),
    removeRate: ({ from, to, on }) => saveRows({ table: 'rates', drop: [[from, to, on]] }),
    saveTargets: (put) => saveRows({ table: 'targets', put }),
    saveProcess: (version) => saveRows({ table: 'process', put: [version] }),
    dropProcess: (from) => saveRows({ table: 'process', drop: [from] }),
    saveVerdict: (verdict) => saveRows({ table: 'verdicts', put: [verdict] }),
    dropVerdict: ({ deal, attempt, at }) => saveRows({ table: 'verdicts', drop: [[deal, attempt, at]] }),
    survey: () => surveyOf(tabId),
    markColumn: (key) => markColumn(tabId, key),
    ...(isPopup() ? {} : { pointAtColumn: () => pointAtColumn(tabId) }),
    async teach(mapping) {
      const answer = await saveRows({ table: 'mappings', put: [mapping] });
      if (!('refused' in answer)) await tellTaught();
      return answer;
    },
    async forgetMapping({ tenant, view }) {
      const answer = await saveRows({ table: 'mappings', drop: [[tenant, view]] });
      if (!('refused' in answer)) await tellTaught();
      return answer;
    },
    exportMappings: async () => (await exports_()).exportMappings(now()),
    exportJson: async () => (await exports_()).exportJson(now()),
    exportCsv: async () => (await exports_()).exportCsv(today()),
    async importBackup(file, onProgress) {
      const imported = await (await imports()).importFile(file, onProgress);
      if (imported.kind !== 'refused') await tellTaught();
      return imported;
    },
    openCsv: async (file) => (await csvFiles()).openCsv(file),
    saveCsvRows: async (name, rows) => (await csvFiles()).saveCsvRows(name, rows),
    wipeEverything: () => ask(() => sendMessage('wipe', { everything: true })),
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

/** A popup closes at the first click elsewhere. */
function isPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}
