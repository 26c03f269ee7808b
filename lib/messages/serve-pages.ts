import { browser } from 'wxt/browser';
import type { Database } from '../store/database';
import { heldForecastName, heldHandoffsName } from '../store/held';
import { importStep } from '../store/import-step';
import { leaveAlone } from '../hosts/left-alone';
import { runIn } from '../hosts/register';
import { saveRows } from '../store/save-rows';
import { changeSettings } from '../store/settings';
import { settleSite } from '../store/settle-site';
import { updateSite } from '../store/sites';
import { finishSync } from '../store/syncs';
import { wipeStore } from '../store/wipe';
import { isOwnPage } from './check-sender';
import { onMessage, sendMessage } from './client';
import { stepLimit } from './import-steps';
import type { Refusal } from './protocol';
import { stopReaders } from './stop-readers';
import { storedGlanceName } from './stored-glance';
import { tellTabs } from './tell-tabs';

const stranger: Refusal = { refused: 'sender: not one of our pages' };

export interface PageServices {
  /** Said after every write: what is drawn from the store is drawn anew. */
  readonly afterWrite: () => void;
  /** Makes readers and registrations agree with what the user allows. */
  readonly catchUp: () => Promise<void>;
}

/** Answers popup, side panel and dashboard; the overlay may only switch itself off. */
export function servePages(database: Database, { afterWrite, catchUp }: PageServices): void {
  onMessage('catchUp', async ({ sender }) => {
    if (!isOwnPage(sender)) return stranger;
    await catchUp();
    return { caughtUp: true };
  });

  onMessage('setOverlay', async ({ data, sender }) => {
    const ownHost =
      sender.url !== undefined && URL.canParse(sender.url) && new URL(sender.url).host === data.host;
    if (!isOwnPage(sender) && !(ownHost && !data.on)) return stranger;
    const { overlayOn } = await updateSite(database, data.host, { overlayOn: data.on });
    await tellTabs((tab) => switchOverlay(tab, data.host, overlayOn));
    return { overlayOn };
  });

  onMessage('openDashboard', async ({ data, sender }) => {
    // Our own scripts alone can send this: it opens nothing but our own page.
    if (sender.id !== browser.runtime.id) return stranger;
    const at = data.deal === undefined ? '' : `#/deals?deal=${encodeURIComponent(data.deal)}`;
    await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') + at });
    return { opened: true };
  });

  onMessage('startSync', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const started = await runIn(data.tabId, 'sync');
    return started ? { started } : { started, why: 'not-granted' };
  });

  onMessage('startTeach', async ({ data, sender }) =>
    isOwnPage(sender) ? { started: await runIn(data.tabId, 'teach') } : stranger,
  );

  onMessage('cancelSync', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    await finishSync(database, { tenant: data.tenant, stop: 'cancelled', at: new Date().toISOString() });
    await tellTabs((tab) => sendMessage('stopSync', data, tab));
    return { cancelled: true };
  });

  onMessage('revokeSite', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const origins = [`https://${data.host}/*`, `http://${data.host}/*`];
    for (const origin of origins) {
      if (!(await browser.permissions.contains({ origins: [origin] }))) continue;
      // A host that the build was given cannot be taken back from inside the browser.
      const removed = await browser.permissions.remove({ origins: [origin] }).catch(() => false);
      if (!removed) return { revoked: false };
    }
    return { revoked: true };
  });

  onMessage('settleSite', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    // What surfaces paint first is made anew after the wipe; nobody must find the old one till then.
    if (data.wipe) await browser.storage.local.remove([storedGlanceName, heldForecastName, heldHandoffsName]);
    const deals = await settleSite(database, data.host, data.wipe);
    afterWrite();
    return { deals };
  });

  // What these two bring has passed its schema in the page that sends it: see `refusalOf`.
  onMessage('saveSettings', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    await changeSettings(database, data);
    afterWrite();
    return { saved: true };
  });

  onMessage('saveRows', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const saved = await saveRows(database, data);
    afterWrite();
    return { saved };
  });

  onMessage('importStep', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    if (data.work.rows.length > stepLimit) return { refused: 'rows: too many' };
    const answer = await importStep(database, data);
    afterWrite();
    return answer;
  });

  onMessage('wipe', async ({ sender }) => {
    if (!isOwnPage(sender)) return stranger;
    await browser.storage.local.remove([storedGlanceName, heldForecastName, heldHandoffsName]);
    await wipeStore(database);
    // A reader that has sent what it saw would go on to say that it is stored.
    await leaveAlone(await stopReaders(() => true));
    afterWrite();
    return { wiped: true };
  });
}

async function switchOverlay(tab: number, host: string, on: boolean): Promise<void> {
  // Only a tab with our reader answers; it injects nothing by itself.
  const reader = await sendMessage('readerState', {}, tab).catch(() => undefined);
  if (reader?.host !== host) return;
  if (on && reader.view !== undefined) await runIn(tab, 'overlay');
  if (!on) await sendMessage('overlayChanged', { on }, tab).catch(() => undefined);
}
