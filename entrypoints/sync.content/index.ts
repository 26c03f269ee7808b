import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageOf } from '../../lib/crm/dom/page-of';
import { makeFetchJson } from '../../lib/crm/fetch-json';
import { findReader } from '../../lib/crm/reader-channel';
import { syncWays } from '../../lib/crm/sync-registry';
import { onMessage, sendMessage } from '../../lib/messages/client';
import { fetchThroughWorker } from '../../lib/messages/fetch-through-worker';
import { pauseInWorker } from '../../lib/messages/pause';
import { sleep } from '../../lib/messages/outbox';
import { runSync } from '../../lib/messages/run-sync';

export default defineContentScript({
  registration: 'runtime',
  // Put into the tab twice, the second script ends this one's context. The run goes on all the same: the worker lets
  // one run begin at a time, and it is this one that has.
  async main(ctx) {
    const reader = findReader();
    const { crm, label, tenant } = reader?.current() ?? {};
    const way = syncWays.find((one) => one.crm === crm);
    if (reader === undefined || crm === undefined || label === undefined || tenant === undefined) return;
    if (way === undefined) return;

    const stop = new AbortController();
    const { signal } = stop;
    reader.ended.addEventListener('abort', () => stop.abort(), { once: true });
    const now = () => new Date().toISOString();
    const page = pageOf(window, { locale: browser.i18n.getUILanguage(), now: now(), ended: signal });
    const stopListening = onMessage('stopSync', ({ data }) => {
      if (data.tenant === tenant.tenant) stop.abort();
      return { stopping: signal.aborted };
    });

    await runSync({
      about: { crm, label, tenant, url: location.href, runId: chance() },
      desk: {
        beginSync: (begin) => sendMessage('beginSync', begin),
        storeSync: (step) => sendMessage('storeSync', step),
        syncAlive: (run) => sendMessage('syncAlive', run),
        endSync: (end) => sendMessage('endSync', end),
      },
      pages: (cursor) =>
        way.run({
          page,
          fetchJson: makeFetchJson({
            origin: location.origin,
            allow: way.allow,
            signal,
            ...(way.isOnOtherHost && { fetch: fetchThroughWorker(location.host, signal) }),
          }),
          wait: (ms) => (document.hidden ? pauseInWorker(ms, signal) : sleep(ms, signal)),
          now,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      now,
      stop,
    });
    stopListening();
    // What WXT listens to for this script.
    ctx.abort();
  },
});

/** A name that no other run has; `randomUUID` is not to be had on plain http. */
function chance(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
