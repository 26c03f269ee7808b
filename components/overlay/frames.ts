/** Twice as seldom as before anybody would notice, and half as dear. */
const tickMs = 1000;
/** What the user does opens menus and dialogs, at once or after a short movement. */
const afterActMs = [0, 150, 450] as const;

/** In a frame in which the page itself does nothing, layout comes sooner than this after scripts have begun. */
const drawingMs = 0.6;
/** A page that draws in every frame is not given way to more often than this in a row. */
const mostYields = 4;

export interface FrameJobs {
  /**
   * Runs at most once a frame, when the page has been laid out: reads everything, then writes everything. `isCalm` where
   * nothing of the page has moved; such a run gives way to a frame in which the page draws.
   */
  readonly frame: (isCalm: boolean) => void;
  /** Something may have opened over the page, or closed; runs before a frame. */
  readonly cover: () => void;
  /** Runs once a second while the page can be seen, before a frame: for what no event tells. */
  readonly tick: () => void;
}

export interface FrameOptions {
  readonly view: Window;
  /** An element of ours that always has a box: it tells when a frame's layout is done. */
  readonly probe: Element;
  readonly signal: AbortSignal;
  readonly jobs: FrameJobs;
}

export interface Frames {
  /** Something has moved, or may have. */
  readonly request: () => void;
  /**
   * The page draws. A frame that was asked for when nothing had moved comes after the page's own instead of in it; one that
   * was asked for because of a scroll comes at once, for its markers would swim.
   */
  readonly drawn: () => void;
  /** There is more to do of what could be done before; nothing has moved. */
  readonly goOn: () => void;
  /** Follows a scroller whose events do not reach the window: one in a component of its own. */
  readonly follow: (scroller: EventTarget) => void;
}

/**
 * Gathers all reasons to move markers into one run per frame; without a reason nothing runs. The run comes after the
 * page's own scripts and the browser's layout and before painting, so that asking for boxes never forces a layout: a
 * size observer that starts anew is told at just that moment. The listeners on the page are passive.
 */
export function createFrames({ view, probe, signal, jobs }: FrameOptions): Frames {
  let pending = 0;
  let isDue = false;
  let isCalm = true;
  let begunAt = 0;
  let yields = 0;
  const laidOut = new ResizeObserver(() => {
    if (!isDue || signal.aborted) return;
    isDue = false;
    const wasCalm = isCalm;
    // The page draws in this very frame, without having told: what has time waits for the next.
    if (wasCalm && yields < mostYields && performance.now() - begunAt > drawingMs) {
      yields += 1;
      goOn();
      return;
    }
    yields = 0;
    isCalm = true;
    jobs.frame(wasCalm);
  });
  const goOn = (): void => {
    if (pending !== 0 || signal.aborted) return;
    pending = view.requestAnimationFrame(() => {
      pending = 0;
      isDue = true;
      begunAt = performance.now();
      laidOut.unobserve(probe);
      laidOut.observe(probe);
    });
  };
  const request = (): void => {
    isCalm = false;
    goOn();
  };
  const drawn = (): void => {
    if (isCalm) {
      view.cancelAnimationFrame(pending);
      pending = 0;
      isDue = false;
    }
    request();
  };
  const doubt = (): void => {
    jobs.cover();
    goOn();
  };
  const follow = (target: EventTarget): void =>
    target.addEventListener('scroll', request, { passive: true, signal });

  // The window hears of every scroller of the document on the way down.
  const early = { passive: true, capture: true, signal };
  view.addEventListener('scroll', request, early);
  view.addEventListener('resize', request, early);
  view.addEventListener('scrollend', doubt, early);
  view.addEventListener('transitionend', doubt, early);
  view.addEventListener('animationend', doubt, early);
  const acted = (): void => afterActMs.forEach((ms) => view.setTimeout(doubt, ms));
  view.addEventListener('click', acted, early);
  view.addEventListener('keyup', acted, early);

  const dialogs = new MutationObserver(doubt);
  dialogs.observe(view.document.body, {
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'style'],
  });
  const sizes = new ResizeObserver(request);
  sizes.observe(view.document.body);
  const moves = watchMoves(request);

  const timer = setInterval(() => {
    if (view.document.hidden) return;
    jobs.tick();
    goOn();
  }, tickMs);

  signal.addEventListener('abort', () => {
    clearInterval(timer);
    for (const observer of [dialogs, sizes, laidOut, moves]) observer?.disconnect();
    view.cancelAnimationFrame(pending);
  });
  return { request, drawn, goOn, follow };
}

/** Hears of whatever moves on the page without being scrolled, where the browser tells. */
function watchMoves(onMove: () => void): PerformanceObserver | undefined {
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return undefined;
  const observer = new PerformanceObserver(onMove);
  observer.observe({ type: 'layout-shift' });
  return observer;
}
