export interface WatchOptions {
  readonly document: Document;
  /** The narrowest container in which everything changes; asked again after every change, for pages replace it. */
  readonly target: () => Node;
  readonly onSettled: () => void;
  readonly signal: AbortSignal;
  /** Quiet time in milliseconds after which the page counts as settled. */
  readonly quietMs?: number;
}

/** A page that never rests is looked at after this long all the same. */
const longestWaitMs = 2000;
/** Without the navigation API a `pushState` that changes nothing in the container shows only by looking. */
const addressCheckMs = 1000;

/**
 * Calls `onSettled` each time the page has changed and come to rest: nodes came or went in the container, or the address
 * changed by any means. Costs the page one childList observer whose callback only sets a timer. The page's own
 * `pushState` cannot be seen from the isolated world, so the address is compared instead. Does not call at the start.
 * The signal ends everything.
 */
export function watchPage({ document, target, onSettled, signal, quietMs = 200 }: WatchOptions): void {
  const view = document.defaultView;
  if (view === null || signal.aborted) return;
  let watched: Node | undefined;
  let href = view.location.href;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  let waitingSince: number | undefined;

  const observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) changed();
  });
  const attach = () => {
    const next = target();
    if (next === watched && next.isConnected) return;
    observer.disconnect();
    watched = next;
    observer.observe(next, { childList: true, subtree: true });
    // A container that is replaced changes only its parent; one observer serves both places.
    const above = next.parentNode;
    if (above !== null) observer.observe(above, { childList: true });
  };
  const changed = () => {
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(quietMs, waitingSince + longestWaitMs - now)));
  };
  const settle = () => {
    timer = undefined;
    waitingSince = undefined;
    href = view.location.href;
    if (idle !== undefined) return;
    idle = whenIdle(view, () => {
      idle = undefined;
      if (signal.aborted) return;
      attach();
      onSettled();
    });
  };
  const checkAddress = () => {
    if (view.location.href !== href || watched?.isConnected === false) changed();
  };

  attach();
  const options = { signal };
  view.addEventListener('popstate', checkAddress, options);
  view.addEventListener('hashchange', checkAddress, options);
  const navigation =
    'navigation' in view && view.navigation instanceof EventTarget ? view.navigation : undefined;
  navigation?.addEventListener('currententrychange', checkAddress, options);
  const poll = setInterval(checkAddress, addressCheckMs);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      clearInterval(poll);
      if (idle !== undefined) cancelIdle(view, idle);
    },
    { once: true },
  );
}

/** Our own layer comes and goes on the page; reading because of it would never end. */
function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isOurNode(target)) return true;
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.length > 0 && nodes.every(isOurNode);
}

function isOurNode(node: Node): boolean {
  return node.nodeName.toLowerCase().startsWith('stafet-');
}

function whenIdle(view: Window, run: () => void): number {
  if (typeof view.requestIdleCallback === 'function') return view.requestIdleCallback(run, { timeout: 500 });
  return view.setTimeout(run, 0);
}

function cancelIdle(view: Window, idle: number): void {
  if (typeof view.cancelIdleCallback === 'function') view.cancelIdleCallback(idle);
  else view.clearTimeout(idle);
}
