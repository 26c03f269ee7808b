import { browser } from 'wxt/browser';
import type { Database } from '../store/database';
import { importStep } from '../store/import-step';
import { everyTab, runIn } from '../hosts/register';
import { writeSettings } from '../store/settings';
import { settleSite, updateSite } from '../store/sites';
import { finishSync } from '../store/syncs';
import { wipeStore } from '../store/wipe';
import { write } from '../store/write';
import { isOwnPage } from './check-sender';
import { onMessage, sendMessage } from './client';
import { stepLimit } from './import-steps';
import { parseMessage } from './parse-message';
import { currencyRate, settings as settingsSchema } from './plain-schemas';
import type { Refusal } from './protocol';

const stranger: Refusal = { refused: 'sender: not one of our pages' };

/** Answers popup, side panel and dashboard; the overlay may only switch itself off. */
export function servePages(database: Database, afterWrite: () => void): void {
  onMessage('setOverlay', async ({ data, sender }) => {
    const ownHost =
      sender.url !== undefined && URL.canParse(sender.url) && new URL(sender.url).host === data.host;
    if (!isOwnPage(sender) && !(ownHost && !data.on)) return stranger;
    const { overlayOn } = await updateSite(database, data.host, { overlayOn: data.on });
    await Promise.all((await everyTab()).map((tab) => switchOverlay(tab, data.host, overlayOn)));
    return { overlayOn };
  });

  onMessage('openDashboard', async ({ sender }) => {
    // Our own scripts alone can send this: it opens nothing but our own page.
    if (sender.id !== browser.runtime.id) return stranger;
    await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
    return { opened: true };
  });

  onMessage('startSync', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const started = await runIn(data.tabId, 'sync');
    return started ? { started } : { started, why: 'not-granted' };
  });

  onMessage('cancelSync', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    await finishSync(database, { tenant: data.tenant, stop: 'cancelled', at: new Date().toISOString() });
    await Promise.all(
      (await everyTab()).map((tab) => sendMessage('stopSync', data, tab).catch(() => undefined)),
    );
    return { cancelled: true };
  });

  onMessage('revokeSite', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const origins = [`https://${data.host}/*`, `http://${data.host}/*`];
    const held = [];
    for (const origin of origins)
      if (await browser.permissions.contains({ origins: [origin] })) held.push(origin);
    if (held.length === 0) return { revoked: false };
    try {
      return { revoked: await browser.permissions.remove({ origins: held }) };
    } catch {
      // A host that the build was given cannot be taken back from inside the browser.
      return { revoked: false };
    }
  });

  onMessage('settleSite', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const deals = await settleSite(database, data.host, data.wipe);
    afterWrite();
    return { deals };
  });

  onMessage('saveSettings', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const parsed = parseMessage(settingsSchema, data);
    if ('refused' in parsed) return parsed;
    await writeSettings(database, parsed.data);
    afterWrite();
    return { saved: true };
  });

  onMessage('saveRate', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    const parsed = parseMessage(currencyRate, data);
    if ('refused' in parsed) return parsed;
    await write(database, [database.rates], () => database.rates.put(parsed.data));
    afterWrite();
    return { saved: true };
  });

  onMessage('removeRate', async ({ data, sender }) => {
    if (!isOwnPage(sender)) return stranger;
    await write(database, [database.rates], () => database.rates.delete([data.from, data.to, data.on]));
    afterWrite();
    return { removed: true };
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
    await wipeStore(database);
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
