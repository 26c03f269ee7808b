import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageOf } from '../../lib/crm/dom/page-of';
import { makeFetchJson } from '../../lib/crm/fetch-json';
import { findReader } from '../../lib/crm/reader-channel';
import { syncWays } from '../../lib/crm/sync-registry';
import { onMessage, sendMessage } from '../../lib/messages/client';
import { pauseInWorker } from '../../lib/messages/pause';
import type { SyncBatch } from '../../lib/messages/protocol';
import { createOutbox, sleep } from '../../lib/messages/outbox';
import { runSync } from '../../lib/messages/run-sync';

export default defineContentScript({
  registration: 'runtime',
  async main(context) {
    const reader = findReader();
    const { crm, label, tenant } = reader?.current() ?? {};
    const way = syncWays.find((one) => one.crm === crm);
    if (reader === undefined || crm === undefined || label === undefined || tenant === undefined) return;
    if (way === undefined) return;

    const stop = new AbortController();
    const { signal } = stop;
    context.onInvalidated(() => stop.abort());
    reader.ended.addEventListener('abort', () => stop.abort(), { once: true });
    const now = () => new Date().toISOString();
    const page = pageOf(window, { locale: browser.i18n.getUILanguage(), now: now(), ended: signal });

    const start = await sendMessage('beginSync', { crm, label, tenant, at: now() });
    if ('refused' in start || !start.go) return;
    const stopListening = onMessage('stopSync', ({ data }) => {
      if (data.tenant === tenant.tenant) stop.abort();
      return { stopping: signal.aborted };
    });

    const outbox = createOutbox({ send: (batch: SyncBatch) => sendMessage('storeSync', batch), signal });
    const startedAt = Date.now();
    let steps = 0;
    const ended = await runSync({
      pages: way.run({
        page,
        fetchJson: makeFetchJson({ origin: location.origin, allow: way.allow, signal }),
        wait: (ms) => (document.hidden ? pauseInWorker(ms, signal) : sleep(ms, signal)),
        now,
        ...(start.cursor === undefined ? {} : { cursor: start.cursor }),
      }),
      deliver: (step) =>
        outbox.deliver({
          batchId: `${startedAt}-${(steps += 1)}`,
          crm,
          label,
          tenant,
          url: location.href,
          page: step,
          at: now(),
        }),
      signal,
    });
    stopListening();
    await sendMessage('endSync', {
      tenant,
      at: now(),
      ...(ended === undefined ? {} : { stop: ended }),
    }).catch(() => {});
  },
});
