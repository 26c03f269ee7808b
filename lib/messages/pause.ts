import { sendMessage } from './client';
import { sleep } from './outbox';

/**
 * Waits by the worker's clock, for a tab that cannot be seen: its own timers run once a second at best. Rejects with
 * the signal's reason as soon as it aborts.
 */
export async function pauseInWorker(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (ms === 0) return;
  const fallback = new AbortController();
  try {
    // A worker that dies meanwhile answers nothing: then the tab's own timer has the last word.
    await Promise.race([
      sendMessage('pause', { ms }).catch(() => sleep(ms, signal)),
      sleep(ms + 5000, fallback.signal),
    ]);
  } finally {
    fallback.abort();
  }
  signal.throwIfAborted();
}
