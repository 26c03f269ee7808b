const tickMs = 500;

export interface FrameJobs {
  /** Runs at most once a frame: reads everything, then writes everything. */
  readonly frame: () => void;
  /** Something may have opened over the page; runs before a frame. */
  readonly cover: () => void;
  /** Runs twice a second while the page can be seen, before a frame: for what no event tells. */
  readonly tick: () => void;
}

export interface Frames {
  readonly request: () => void;
  /** Follows a scroller of the page; its scroll events do not bubble. */
  readonly follow: (scroller: EventTarget) => void;
}

/**
 * Gathers all reasons to move markers into one run per frame. The listeners on the page are passive and wait for
 * scroll and resize alone; the body's own list of children is watched for dialogs that open over the rows.
 */
export function createFrames(view: Window, signal: AbortSignal, jobs: FrameJobs): Frames {
  let pending = 0;
  const request = (): void => {
    if (pending !== 0 || signal.aborted) return;
    pending = view.requestAnimationFrame(() => {
      pending = 0;
      if (!signal.aborted) jobs.frame();
    });
  };
  const follow = (target: EventTarget): void =>
    target.addEventListener('scroll', request, { passive: true, signal });
  follow(view.document);
  view.addEventListener('resize', request, { passive: true, signal });

  const dialogs = new MutationObserver(() => {
    jobs.cover();
    request();
  });
  dialogs.observe(view.document.body, {
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'style'],
  });

  const timer = setInterval(() => {
    if (view.document.hidden) return;
    jobs.tick();
    request();
  }, tickMs);

  signal.addEventListener('abort', () => {
    clearInterval(timer);
    dialogs.disconnect();
    view.cancelAnimationFrame(pending);
  });
  return { request, follow };
}
