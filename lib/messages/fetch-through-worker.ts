import { sendMessage } from './client';
import { createOutbox } from './outbox';

/**
 * The browser's `fetch` for reads of a CRM's interface that lies on another host than its page: the worker makes them.
 * A worker that dies over one is asked again.
 */
export function fetchThroughWorker(host: string, signal: AbortSignal): typeof globalThis.fetch {
  const outbox = createOutbox({
    send: (path: string) => sendMessage('askOtherHost', { host, path }),
    signal,
    // Longer than an interface thinks about a large answer.
    patienceMs: 120_000,
  });
  return async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const delivery = await outbox.deliver(url.pathname + url.search);
    // As the browser's own throws it.
    if (delivery.kind !== 'acked') throw new TypeError(delivery.kind);
    const { status, text, headers } = delivery.ack;
    return new Response(text, { status, headers });
  };
}
