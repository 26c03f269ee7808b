import { runIn } from '../hosts/register';
import type { Database } from '../store/database';
import { readGlance } from '../store/read-glance';
import { siteOf } from '../store/sites';
import { beginSync, finishSync } from '../store/syncs';
import { writeReads } from '../store/write-reads';
import { writeSync } from '../store/write-sync';
import { distrustScript, isOwnPage } from './check-sender';
import { onMessage } from './client';
import { parseMessage } from './parse-message';
import { notingFaults } from './store-fault';
import { readBatch, syncBatch } from './schemas';

/**
 * Answers content scripts. Every handler is registered when the worker starts, in the same turn, so that no message
 * that wakes it is lost. A message is trusted no further than its sender: its page and nothing else.
 */
export function serveScripts(database: Database, afterWrite: () => void): void {
  onMessage('storeReads', async ({ data, sender }) => {
    const parsed = parseMessage(readBatch, data);
    if ('refused' in parsed) return parsed;
    const distrust = distrustScript(sender, { ...parsed.data.tenant, url: parsed.data.url });
    if (distrust !== undefined) return { refused: distrust };
    const ack = await notingFaults(() => writeReads(database, parsed.data));
    if (ack.stored > 0) afterWrite();
    return ack;
  });

  onMessage('storeSync', async ({ data, sender }) => {
    const parsed = parseMessage(syncBatch, data);
    if ('refused' in parsed) return parsed;
    const distrust = distrustScript(sender, { ...parsed.data.tenant, url: parsed.data.url });
    if (distrust !== undefined) return { refused: distrust };
    const ack = await notingFaults(() => writeSync(database, parsed.data));
    if (ack.stored > 0) afterWrite();
    return ack;
  });

  onMessage('beginSync', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data.tenant);
    if (distrust !== undefined) return { refused: distrust };
    const { crm, label, tenant, at } = data;
    const sync = await beginSync(database, { ...tenant, crm, label, at });
    if (sync === undefined) return { go: false };
    return sync.cursor === undefined ? { go: true } : { go: true, cursor: sync.cursor };
  });

  onMessage('pause', async ({ data }) => {
    await new Promise((resolve) => setTimeout(resolve, Math.min(data.ms, 30_000)));
    return { waited: true };
  });

  onMessage('endSync', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data.tenant);
    if (distrust !== undefined) return { refused: distrust };
    await finishSync(database, { tenant: data.tenant.tenant, stop: data.stop, at: data.at });
    afterWrite();
    return { ended: true };
  });

  onMessage('dealsInSight', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data);
    if (distrust !== undefined) return { refused: distrust };
    const { overlayOn } = await siteOf(database, data.host);
    if (overlayOn && sender.tab?.id !== undefined) await runIn(sender.tab.id, 'overlay');
    return { overlayOn };
  });

  onMessage('loadGeneric', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data);
    if (distrust !== undefined) return { refused: distrust };
    return { loaded: sender.tab?.id !== undefined && (await runIn(sender.tab.id, 'generic')) };
  });

  onMessage('glance', async ({ data, sender }) => {
    // Figures of every CRM go to our own scripts only; the page cannot send this message.
    if (!isOwnPage(sender) && sender.frameId !== 0) return { refused: 'sender: not the main frame' };
    return readGlance(database, data.today);
  });
}
