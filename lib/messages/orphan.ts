import { browser } from 'wxt/browser';

const everyMs = 250;

/**
 * True once this script's extension is gone: updated, switched off or removed. The script itself runs on in its page, and
 * whatever it asks of the browser throws from then on.
 */
export function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}

/**
 * Calls back once the extension is gone, at most a quarter of a second later; no event tells it. In a tab that cannot be
 * seen timers are slow: it is noticed when the tab comes to the front.
 */
export function whenOrphaned(
  document: Pick<Document, 'addEventListener'>,
  act: () => void,
  signal: AbortSignal,
): void {
  const look = () => {
    if (isOrphan()) act();
  };
  const timer = setInterval(look, everyMs);
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
