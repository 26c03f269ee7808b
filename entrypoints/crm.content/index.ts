import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageOf } from '../../lib/crm/dom/page-of';
import { watchPage } from '../../lib/crm/dom/watch-page';
import { watchValues } from '../../lib/crm/dom/watch-values';
import { createReader } from '../../lib/crm/reader';
import { publishReader } from '../../lib/crm/reader-channel';
import { adapterFor } from '../../lib/crm/registry';
import { onMessage, sendMessage } from '../../lib/messages/client';
import { delivered } from '../../lib/messages/delivered';
import type { ReadBatch } from '../../lib/messages/protocol';
import { createOutbox } from '../../lib/messages/outbox';
import { readBatches } from '../../lib/messages/read-batches';

export default defineContentScript({
  registration: 'runtime',
  main(context) {
    const ended = new AbortController();
    context.onInvalidated(() => ended.abort());
    const host = location.host;
    const startedAt = Date.now();
    let looks = 0;

    const page = () =>
      pageOf(window, {
        locale: browser.i18n.getUILanguage(),
        now: new Date().toISOString(),
        ended: ended.signal,
      });
    const outbox = createOutbox({
      send: (batch: ReadBatch) => sendMessage('storeReads', batch),
      signal: ended.signal,
    });
    const reader = createReader({
      adapterFor: (now) => adapterFor(now),
      page,
      ended: ended.signal,
      async deliver(delivery) {
        const batches = readBatches(delivery, `${startedAt}-${(looks += 1)}`);
        return delivered(batches, await Promise.all(batches.map((batch) => outbox.deliver(batch))));
      },
    });

    publishReader(reader.channel);
    let greeted = false;
    reader.channel.subscribe(({ view }) => {
      if (view === undefined || greeted) return;
      greeted = true;
      sendMessage('dealsInSight', { host }).catch(() => (greeted = false));
    }, ended.signal);

    const stopListening = [
      onMessage('readerState', () => {
        const { anchors: _, ...state } = reader.channel.current();
        return { ...state, host };
      }),
      onMessage('stopReading', ({ data }) => {
        if (data.hosts.includes(host)) ended.abort();
        return { stopped: ended.signal.aborted };
      }),
    ];
    ended.signal.addEventListener('abort', () => stopListening.forEach((stop) => stop()), { once: true });

    const target = () => {
      const now = page();
      return adapterFor(now)?.observe(now) ?? document.body;
    };
    watchPage({ document, target, onSettled: reader.look, signal: ended.signal });
    watchValues({
      document,
      isRecord: () => adapterFor(page())?.pageKind(page()) === 'record',
      signal: ended.signal,
      onLook: reader.look,
    });
    // A page that nobody named: its adapter is a script of its own, and comes only here.
    if (adapterFor(page()) === undefined)
      void sendMessage('loadGeneric', { host }).then(reader.look, () => {});
    reader.look();
  },
});
