import { sendMessage } from './client';
import { sleep } from './outbox';

/** The worker waits no longer at a time: it may be ended after half a minute. */
const mostMs = 20_000;

/**
 * Waits by the worker's clock, for a tab that cannot be seen: its own timers run once a second at best. Rejects with
 * the signal's reason as soon as it aborts.
 */
export async function pauseInWorker(ms: number, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= mostMs) await pauseOnce(Math.min(left, mostMs), signal);
  signal.throwIfAborted();
}

async function pauseOnce(ms: number, signal: AbortSignal): Promise<void> {
  const fallback = new AbortController();
  try {
    // A worker that dies meanwhile answers nothing: then the tab's own timer has the last word.
    await Promise.race([
      sendMessage('pause', { ms }).catch(() => sleep(ms, signal)),
      sleep(ms + 5000, AbortSignal.any([signal, fallback.signal])),
    ]);
  } finally {
    fallback.abort();
  }
}
