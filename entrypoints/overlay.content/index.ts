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
    if (!channel || channel.ended.aborted || (world[slot] && !world[slot].aborted)) return;

    const { signal } = ctx;
    const off = () => ctx.abort();
    // With its reader it goes, too, and what WXT listens to for it.
    channel.ended.addEventListener('abort', off, { once: true });
    world[slot] = signal;
    const unlisten = onMessage('overlayChanged', ({ data }) => {
      if (!data.on) off();
      return { overlayOn: data.on };
    });
    signal.addEventListener('abort', unlisten, { once: true });

    mountOverlay({
      document,
      channel,
      figures: () => sendMessage('glance', { today: Temporal.Now.plainDateISO().toString() }),
      handoff: (tenant, key) => sendMessage('handoff', { host: location.host, tenant, key }),
      onSiteOff: async () => {
        const reply = await sendMessage('setOverlay', { host: location.host, on: false });
        if ('refused' in reply) throw new Error(reply.refused);
        off();
      },
      onOpen: (deal) => void sendMessage('openDashboard', deal === undefined ? {} : { deal }).catch(() => {}),
      locale: displayLocale(browser.i18n.getUILanguage()),
      signal,
    });
  },
});
