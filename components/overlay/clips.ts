import { intersect, type Box } from './box';

/** Finds what a row can be seen through: the window and every scroller around it. */
export interface Clips {
  /** The visible window onto an anchor, in viewport pixels. Asked many times a frame: answered from memory. */
  readonly of: (anchor: Element) => Box;
  /** Forgets this frame's boxes. */
  readonly nextFrame: () => void;
  /** Forgets which ancestors scroll: the page may have been restyled. */
  readonly forget: () => void;
}

/** `onScroller` is told each scroller once, so that its scrolling can be followed. */
export function createClips(view: Window, onScroller: (scroller: Element) => void): Clips {
  let chains = new WeakMap<Node, readonly Element[]>();
  let boxes = new Map<readonly Element[], Box>();
  const known = new WeakSet<Element>();

  const chainOf = (parent: Node): readonly Element[] => {
    const had = chains.get(parent);
    if (had) return had;
    const chain: Element[] = [];
    for (
      let at: Node | null = parent;
      at;
      at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)
    ) {
      if (!(at instanceof Element) || at === view.document.documentElement || at === view.document.body)
        continue;
      const { overflowX, overflowY } = view.getComputedStyle(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      chain.push(at);
      if (!known.has(at)) {
        known.add(at);
        onScroller(at);
      }
    }
    chains.set(parent, chain);
    return chain;
  };

  return {
    of: (anchor) => {
      const chain = chainOf(anchor.parentNode ?? anchor);
      const had = boxes.get(chain);
      if (had) return had;
      const all: Box = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
      const box = chain.reduce((seen, scroller) => intersect(seen, innerBox(scroller)), all);
      boxes.set(chain, box);
      return box;
    },
    nextFrame: () => {
      boxes = new Map();
    },
    forget: () => {
      chains = new WeakMap();
    },
  };
}

/** Without border and scroll bars. */
function innerBox(scroller: Element): Box {
  const { left, top } = scroller.getBoundingClientRect();
  const x = left + scroller.clientLeft;
  const y = top + scroller.clientTop;
  return { left: x, top: y, right: x + scroller.clientWidth, bottom: y + scroller.clientHeight };
}
