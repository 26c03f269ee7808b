import { whenQuiet } from './when-quiet';

export interface WatchOptions {
  readonly document: Document;
  /** The narrowest container in which everything changes; asked again after every change, for pages replace it. */
  readonly target: () => Node;
  /** `isRestless`: the page has not come to rest, and is to be looked at all the same. */
  readonly onSettled: (isRestless: boolean) => void;
  /** Something was scrolled and stands still again: a list may have given its rows to other deals. */
  readonly onScrolled?: () => void;
  /**
   * What stands on the page still belongs to the address given: that has just changed, or a click is about to do its
   * work. Called in the page's own turn.
   */
  readonly onLeave?: (from: URL) => void;
  readonly signal: AbortSignal;
  /** Quiet time in milliseconds after which the page counts as settled. */
  readonly quietMs?: number;
}

export interface PageWatch {
  /** How often the page has changed so far: the same number means that nothing came, went, or led elsewhere. */
  readonly changes: () => number;
  /** Calls back at every change, in the page's own turn. */
  readonly onChange: (listener: () => void, signal: AbortSignal) => void;
}

const longestWaitMs = 2000;
/** Without the navigation API a `pushState` that changes nothing in the container shows only by looking. */
const addressCheckMs = 1000;

/**
 * Calls `onSettled` each time the page has changed and come to rest: nodes came or went in the container, or the address
 * changed by any means. Costs the page one childList observer whose callback only counts and sets a timer. The page's own
 * `pushState` cannot be seen from the isolated world, so the address is compared instead. Does not call at the start.
 * The signal ends everything.
 */
export function watchPage(options: WatchOptions): PageWatch {
  const { document, target, onSettled, onScrolled, onLeave, signal, quietMs = 200 } = options;
  const view = document.defaultView;
  let count = 0;
  const listeners = new Set<() => void>();
  const watch: PageWatch = {
    changes: () => count,
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
  if (view === null || signal.aborted) return watch;
  let watched: Node | undefined;
  let href = view.location.href;

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
  const settle = whenQuiet({
    view,
    quietMs,
    longestWaitMs,
    signal,
    run: (isRestless) => {
      attach();
      onSettled(isRestless);
    },
  });
  const changed = () => {
    count += 1;
    for (const listener of listeners) listener();
    settle();
  };
  const checkAddress = () => {
    const isElsewhere = view.location.href !== href;
    href = view.location.href;
    if (isElsewhere || watched?.isConnected === false) changed();
  };

  attach();
  const passive = { signal, capture: true, passive: true };
  view.addEventListener('popstate', checkAddress, { signal });
  view.addEventListener('hashchange', checkAddress, { signal });
  const navigation =
    'navigation' in view && view.navigation instanceof EventTarget ? view.navigation : undefined;
  // It tells at once: the other events come when the page has drawn what they lead to.
  navigation?.addEventListener(
    'currententrychange',
    () => {
      if (view.location.href !== href) onLeave?.(new URL(href));
      checkAddress();
    },
    { signal },
  );
  view.addEventListener('click', () => onLeave?.(new URL(href)), passive);
  if (onScrolled !== undefined) {
    const scrolled = whenQuiet({ view, quietMs, longestWaitMs, signal, run: onScrolled });
    view.addEventListener('scroll', scrolled, passive);
  }
  const poll = setInterval(checkAddress, addressCheckMs);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearInterval(poll);
    },
    { once: true },
  );
  return watch;
}

/** Our own layer comes and goes on the page; reading because of it would never end. */
function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isOurNode(target)) return true;
  return addedNodes.length + removedNodes.length > 0 && areOurs(addedNodes) && areOurs(removedNodes);
}

/** Stops at the first that is the page's: a table may have changed thousands of rows. */
function areOurs(nodes: NodeList): boolean {
  for (let nth = 0; nth < nodes.length; nth += 1) {
    const node = nodes[nth];
    if (node !== undefined && !isOurNode(node)) return false;
  }
  return true;
}

function isOurNode(node: Node): boolean {
  return node.nodeName.toLowerCase().startsWith('stafet-');
}
