import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Page } from '../../lib/crm/adapter';
import { createBringer } from '../../lib/crm/bring-scripts';
import { ownTask } from '../../lib/crm/dom/in-slices';
import { pageOf } from '../../lib/crm/dom/page-of';
import { publishReader } from '../../lib/crm/reader-channel';
import { adapterFor, hasCome, scriptFor } from '../../lib/crm/registry';
import { startReading } from '../../lib/crm/start-reading';
import { onMessage, sendMessage } from '../../lib/messages/client';
import { delivered } from '../../lib/messages/delivered';
import type { Mapping } from '../../lib/deal/mapping';
import type { ReadBatch } from '../../lib/messages/protocol';
import { isOrphan, whenOrphaned } from '../../lib/messages/orphan';
import { createOutbox, sleep } from '../../lib/messages/outbox';
import { readBatches } from '../../lib/messages/read-batches';

export default defineContentScript({
  registration: 'runtime',
  main(context) {
    const { signal } = context;
    const end = () => context.abort();
    whenOrphaned(document, end, signal);
    // Asked for once: an extension that has been updated answers no more.
    const locale = browser.i18n.getUILanguage();
    const host = location.host;
    const startedAt = Date.now();
    let looks = 0;

    let mappings: readonly Mapping[] = [];
    const page = (): Page => ({
      ...pageOf(window, { locale, now: new Date().toISOString(), ended: signal }),
      mappings,
      isWithoutBoxes: isVain('boxes'),
    });
    const outbox = createOutbox({
      // Packing a message takes its time too.
      send: (batch: ReadBatch) => ownTask().then(() => sendMessage('storeReads', batch)),
      signal,
    });
    // What is a script of its own comes only where a page needs it.
    const { bring, isVain } = createBringer({
      async load(script) {
        const asking = createOutbox({ send: () => sendMessage('loadAdapter', { host, script }), signal });
        const answer = await asking.deliver(undefined);
        if (answer.kind === 'acked') ({ mappings } = answer.ack);
      },
      hasCome,
      wait: (ms) => sleep(ms, signal).catch(() => {}),
      onSettled: () => reader.look(),
      signal,
    });
    const ask = (now: Page): undefined => {
      const script = scriptFor(now);
      if (script !== undefined) void bring(script);
    };
    const reader = startReading({
      view: window,
      adapterFor: (now) => adapterFor(now) ?? ask(now),
      bring,
      page,
      ended: signal,
      // Between an update and the moment it is noticed the page may change: nothing is read for nobody.
      mayLook() {
        if (isOrphan()) end();
        return !signal.aborted;
      },
      async deliver(delivery) {
        const batches = readBatches(delivery, `${startedAt}-${(looks += 1)}`);
        const answers = await Promise.all(batches.map((batch) => outbox.deliver(batch)));
        if (answers.some(({ kind }) => kind === 'orphaned')) end();
        return delivered(batches, answers);
      },
    });

    publishReader(reader.channel);
    let greeted = false;
    const greeting = createOutbox({ send: () => sendMessage('dealsInSight', { host }), signal });
    reader.channel.subscribe(({ view }) => {
      if (view === undefined || greeted) return;
      greeted = true;
      void greeting.deliver(undefined);
    }, signal);

    const stopListening = [
      onMessage('readerState', () => {
        const { anchors: _, ...state } = reader.channel.current();
        return { ...state, host };
      }),
      onMessage('survey', async () => (await reader.channel.survey())?.survey ?? { none: true }),
      onMessage('taught', ({ data }) => {
        ({ mappings } = data);
        reader.look();
        return { looked: true };
      }),
      onMessage('stopReading', ({ data }) => {
        if (data.hosts.includes(host)) end();
        return { stopped: signal.aborted };
      }),
    ];
    signal.addEventListener('abort', () => stopListening.forEach((stop) => stop()), { once: true });

    reader.look();
  },
});
