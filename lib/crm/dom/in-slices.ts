/** Work that can rest: at each `yield` the page may go on. */
export type Steps<T> = Generator<void, T, void>;

export interface SliceOptions {
  /** The window whose page must not be held up. */
  readonly view: Window;
  /** Asked before every slice; work that nobody wants any more is ended where it rests. */
  readonly isWanted: () => boolean;
}

/** A slice ends at the first rest after this long: with the step that overshoots it stays under 8 ms. */
const sliceMs = 4;
/** A page that is never idle is held up this seldom, and no longer than a slice. */
const longestWaitMs = 100;
/** What must be left of an idle time for another slice to begin in it. */
const worthwhileMs = 2;

/**
 * Does work a slice at a time while the page is idle. In a tab that nobody sees idle times are as good as never, so there
 * one slice follows the other; between two of them the page can always act. What the steps throw is thrown.
 */
export function inSlices(steps: Steps<void>, { view, isWanted }: SliceOptions): void {
  const slice = (left: () => number): void => {
    if (!isWanted()) {
      steps.return();
      return;
    }
    const rest = left();
    const until = performance.now() + (rest > worthwhileMs ? Math.min(sliceMs, rest) : sliceMs);
    do {
      if (steps.next().done === true) return;
    } while (performance.now() < until);
    next(left);
  };
  const next = (left: () => number): void => {
    if (left() > worthwhileMs || view.document.hidden) soon(() => slice(left));
    else whenIdle(view, slice, longestWaitMs);
  };
  next(() => 0);
}

/** Does work at once, for whoever cannot wait. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Calls back at the page's next idle time, or after so many milliseconds, with what is left of it. */
export function whenIdle(view: Window, run: (left: () => number) => void, timeout: number): () => void {
  if (typeof view.requestIdleCallback === 'function') {
    const idle = view.requestIdleCallback((deadline) => run(() => deadline.timeRemaining()), { timeout });
    return () => view.cancelIdleCallback(idle);
  }
  const timer = view.setTimeout(run, 0, () => 0);
  return () => view.clearTimeout(timer);
}

/** Resolves in a task of its own: what follows is no part of the work that went before. */
export function ownTask(): Promise<void> {
  return new Promise(soon);
}

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** As a task of its own, in turn with the page's; unlike a timer it is not put off in a hidden tab. */
function soon(run: () => void): void {
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.addEventListener('message', () => waiting.shift()?.());
    channel.port1.start();
  }
  waiting.push(run);
  channel.port2.postMessage(undefined);
}
