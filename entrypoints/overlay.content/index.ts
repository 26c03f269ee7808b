import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountOverlay } from '../../components/overlay/mount-overlay';
import { findReader } from '../../lib/crm/reader-channel';
import { displayLocale } from '../../lib/i18n/display-locale';
import { onMessage, sendMessage } from '../../lib/messages/client';

// The worker may put this script into a tab again: the second one finds the first and leaves.
const slot = Symbol.for('stafet.overlay');
type World = typeof globalThis & { [slot]?: AbortSignal };

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    const channel = findReader();
    const world = globalThis as World;
    if (!channel || (world[slot] && !world[slot].aborted)) return;

    const off = new AbortController();
    const signal = AbortSignal.any([ctx.signal, channel.ended, off.signal]);
    world[slot] = signal;
    const unlisten = onMessage('overlayChanged', ({ data }) => {
      if (!data.on) off.abort();
      return { overlayOn: data.on };
    });
    signal.addEventListener('abort', unlisten, { once: true });

    mountOverlay({
      document,
      channel,
      figures: () => sendMessage('glance', { today: Temporal.Now.plainDateISO().toString() }),
      onSiteOff: async () => {
        const reply = await sendMessage('setOverlay', { host: location.host, on: false });
        if ('refused' in reply) throw new Error(reply.refused);
        off.abort();
      },
      onOpen: () => void sendMessage('openDashboard', {}).catch(() => {}),
      locale: displayLocale(browser.i18n.getUILanguage()),
      signal,
    });
  },
});
