import type { Tenant } from '../crm/adapter';
import { dealKey } from '../deal/deal-key';
import { mayRead } from '../hosts/granted';
import { askOtherHost } from '../hosts/other-host';
import { runIn } from '../hosts/register';
import type { Database } from '../store/database';
import type { GlanceKeeper } from '../store/keep-glance';
import { readHandoffSight } from '../store/read-handoffs';
import { mappingsOf } from '../store/mappings';
import { siteOf } from '../store/sites';
import { beginSync, finishSync, touchSync } from '../store/syncs';
import { writeReads } from '../store/write-reads';
import { writeSync } from '../store/write-sync';
import { distrustScript, isOwnPage } from './check-sender';
import { checkReads, checkSync } from './check-batch';
import { onMessage } from './client';
import { giveBackUnused } from './give-back-unused';
import { forgetNotBegun, noteNotBegun } from './not-begun';
import { parseMessage } from './parse-message';
import type { Plain } from './plain-schema';
import { syncBegin, syncEnd, syncRun } from './plain-schemas';
import type { Refusal } from './protocol';

/** Said to a script that has not heard yet that its host was taken back. */
const notAllowed: Refusal = { refused: 'sender: its host is not granted' };

/**
 * Answers content scripts. Every handler is registered when the worker starts, in the same turn, so that no message
 * that wakes it is lost. A message is trusted no further than its sender: its page and nothing else.
 */
export function serveScripts(database: Database, glances: GlanceKeeper): void {
  onMessage('storeReads', async ({ data, sender }) => {
    const checked = checkReads(data);
    if (!('batch' in checked)) return checked;
    const { batch } = checked;
    const distrust = distrustScript(sender, { ...batch.tenant, url: batch.url });
    if (distrust !== undefined) return { refused: distrust };
    if (!(await mayRead(new URL(batch.url)))) return notAllowed;
    const ack = await writeReads(database, batch, checked);
    glances.refresh();
    return ack;
  });

  onMessage('storeSync', async ({ data, sender }) => {
    const checked = checkSync(data);
    if (!('batch' in checked)) return checked;
    const { batch } = checked;
    const distrust = distrustScript(sender, { ...batch.tenant, url: batch.url });
    if (distrust !== undefined) return { refused: distrust };
    if (!(await mayRead(new URL(batch.url)))) return notAllowed;
    const ack = await writeSync(database, batch, checked.refused);
    glances.refresh();
    return ack;
  });

  onMessage('beginSync', async ({ data, sender }) => {
    const checked = ofItsPage(syncBegin, data, sender);
    if ('refused' in checked) {
      // Its user has asked for it and would see nothing happen.
      await noteNotBegun(sender.url, new Date().toISOString());
      return checked;
    }
    const { tenant, ...begin } = checked.data;
    const sync = await beginSync(database, { ...tenant, ...begin });
    await forgetNotBegun(tenant.host);
    if (sync === undefined) return { go: false };
    return sync.cursor === undefined ? { go: true } : { go: true, cursor: sync.cursor };
  });

  onMessage('syncAlive', async ({ data, sender }) => {
    const checked = ofItsPage(syncRun, data, sender);
    if ('refused' in checked) return checked;
    const { tenant, runId } = checked.data;
    const at = new Date().toISOString();
    const isRunning = await touchSync(database, { tenant: tenant.tenant, runId, at });
    // A third of the silence that counts as an interruption.
    if (isRunning) await pass(20_000);
    return { stop: !isRunning };
  });

  onMessage('pause', async ({ data }) => {
    await pass(Math.min(data.ms, 30_000));
    return { waited: true };
  });

  onMessage('endSync', async ({ data, sender }) => {
    const checked = ofItsPage(syncEnd, data, sender);
    if ('refused' in checked) return checked;
    const { tenant, ...end } = checked.data;
    await finishSync(database, { tenant: tenant.tenant, ...end });
    await giveBackUnused(database, end.at);
    glances.refresh();
    return { ended: true };
  });

  onMessage('dealsInSight', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data);
    if (distrust !== undefined) return { refused: distrust };
    const { overlayOn } = await siteOf(database, data.host);
    if (overlayOn && sender.tab?.id !== undefined) await runIn(sender.tab.id, 'overlay');
    return { overlayOn };
  });

  onMessage('loadAdapter', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data);
    if (distrust !== undefined) return { refused: distrust };
    const tab = sender.tab?.id;
    const put = async (name: 'generic' | 'named' | 'boxes') => tab !== undefined && (await runIn(tab, name));
    return {
      // Whoever asks for boxes has the generic script. The layouts of named CRMs are read with what that one brings.
      loaded:
        data.script === 'boxes'
          ? await put('boxes')
          : (await put('generic')) && (data.script !== 'named' || (await put('named'))),
      mappings: await mappingsOf(database, data.host),
    };
  });

  onMessage('askOtherHost', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data);
    if (distrust !== undefined || sender.url === undefined) return { refused: distrust ?? 'sender: no page' };
    const page = new URL(sender.url);
    if (!(await mayRead(page))) return notAllowed;
    return (await askOtherHost(page, data.path)) ?? { refused: 'path: not a read' };
  });

  onMessage('handoff', async ({ data, sender }) => {
    const distrust = distrustScript(sender, data);
    if (distrust !== undefined) return { refused: distrust };
    // A page hears of deals of its own tenant alone.
    if (!data.key.includes(dealKey('', data.tenant, ''))) return { refused: 'key: of another tenant' };
    return (await readHandoffSight(database, data.key)) ?? { none: true };
  });

  onMessage('glance', async ({ data, sender }) => {
    // Figures of every CRM go to our own scripts only; the page cannot send this message.
    if (!isOwnPage(sender) && sender.frameId !== 0) return { refused: 'sender: not the main frame' };
    return glances.glanceOn(data.today);
  });
}

/** A message of a run, where it is well-formed and speaks of the page that sent it. */
function ofItsPage<Data extends { tenant: Tenant }>(
  schema: Plain<Data>,
  message: unknown,
  sender: Parameters<typeof distrustScript>[0],
): { data: Data } | Refusal {
  const parsed = parseMessage(schema, message);
  if ('refused' in parsed) return parsed;
  const distrust = distrustScript(sender, parsed.data.tenant);
  return distrust === undefined ? parsed : { refused: distrust };
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
