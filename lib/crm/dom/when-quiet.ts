import { whenIdle } from './in-slices';

export interface QuietOptions {
  readonly view: Window;
  /** So many milliseconds without a call are quiet. */
  readonly quietMs: number;
  /** What never comes to rest is heard after this long all the same. */
  readonly longestWaitMs: number;
  /** Runs in an idle time; `isRestless` where it had not come to rest. */
  readonly run: (isRestless: boolean) => void;
  readonly signal: AbortSignal;
}

/** How long an idle time is waited for. */
const patienceMs = 500;

/**
 * Gathers a burst of calls into one run when it is over. A call costs next to nothing: one timer serves all of them, for
 * setting it anew at each would cost the page more than everything else here.
 */
export function whenQuiet({ view, quietMs, longestWaitMs, run, signal }: QuietOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancelIdle: (() => void) | undefined;
  let first = 0;
  let last = 0;
  let isRestless = false;

  const onTimer = (): void => {
    timer = undefined;
    const now = performance.now();
    const left = Math.min(last + quietMs, first + longestWaitMs) - now;
    // Timers come up to a millisecond early.
    if (left > 1) {
      timer = setTimeout(onTimer, left);
      return;
    }
    isRestless ||= now - last < quietMs - 1;
    if (cancelIdle !== undefined) return;
    cancelIdle = whenIdle(
      view,
      () => {
        cancelIdle = undefined;
        const wasRestless = isRestless;
        isRestless = false;
        if (!signal.aborted) run(wasRestless);
      },
      patienceMs,
    );
  };

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      cancelIdle?.();
    },
    { once: true },
  );
  return () => {
    if (signal.aborted) return;
    last = performance.now();
    if (timer !== undefined) return;
    first = last;
    timer = setTimeout(onTimer, quietMs);
  };
}
