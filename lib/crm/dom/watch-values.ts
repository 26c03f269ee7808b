export interface WatchValuesOptions {
  readonly document: Document;
  readonly onLook: () => void;
  readonly signal: AbortSignal;
  readonly everyMs?: number;
}

/**
 * Calls back every so often while the page can be seen: a form changes its inputs' values, and a framework the texts of
 * its rows, without a mutation that anybody observes cheaply. A look at one record, or at some rows, costs well under a
 * millisecond.
 */
export function watchValues({ document, onLook, signal, everyMs = 1500 }: WatchValuesOptions): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') onLook();
  }, everyMs);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
