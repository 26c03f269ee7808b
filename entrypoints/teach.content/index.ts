import { defineContentScript } from 'wxt/utils/define-content-script';
import { addHighlight } from '../../components/overlay/highlight';
import { findReader } from '../../lib/crm/reader-channel';
import { onMessage } from '../../lib/messages/client';

export default defineContentScript({
  registration: 'runtime',
  // Put into the tab again, the second script ends this one's context and takes over.
  async main(ctx) {
    const reader = findReader();
    if (reader === undefined || reader.ended.aborted) return;
    const { signal } = ctx;
    reader.ended.addEventListener('abort', () => ctx.abort(), { once: true });
    const view = await reader.survey();
    if (signal.aborted) return;
    const highlight = addHighlight(document, view?.places ?? new Map(), signal);
    const stopListening = [
      onMessage('markColumn', ({ data }) => ({ marked: highlight.mark(data.key) })),
      onMessage('pointAtColumn', async () => ({ key: await highlight.point() })),
    ];
    signal.addEventListener('abort', () => stopListening.forEach((stop) => stop()), { once: true });
  },
});
