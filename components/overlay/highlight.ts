import highlightCss from './highlight.css?inline';

/** Marks columns of the page that a list was read from. */
export interface Highlight {
  /** @returns False where the page shows no such column; `null` marks none, and ends the pointing. */
  readonly mark: (key: string | null) => boolean;
  /** Lets the user point at a column with the mouse; Escape and everything that is no column give `null`. */
  readonly point: () => Promise<string | null>;
}

/**
 * Adds one see-through element beside the page's own tree; it goes when the signal aborts. It takes no click of the page's,
 * but the one by which the user points.
 *
 * @param places Where each column's values stand, by its key.
 */
export function addHighlight(
  document: Document,
  places: ReadonlyMap<string, readonly Element[]>,
  signal: AbortSignal,
): Highlight {
  const host = document.createElement('stafet-highlight');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss);
  root.adoptedStyleSheets = [sheet];
  for (const stale of document.querySelectorAll('stafet-highlight')) stale.remove();
  document.documentElement.append(host);

  let marked: string | null = null;
  const draw = (): void => {
    const areas = marked === null ? [] : areasOf(places.get(marked) ?? []);
    root.replaceChildren(...areas.map(boxOf));
  };
  const boxOf = ({ left, top, right, bottom }: Area): Element => {
    const box = document.createElement('div');
    box.style.translate = `${left}px ${top}px`;
    box.style.width = `${right - left}px`;
    box.style.height = `${bottom - top}px`;
    return box;
  };
  let frame = 0;
  const drawSoon = (): void => {
    cancelAnimationFrame(frame);
    if (marked !== null) frame = requestAnimationFrame(draw);
  };
  document.addEventListener('scroll', drawSoon, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', drawSoon, { signal });
  let stop: (() => void) | undefined;
  signal.addEventListener(
    'abort',
    () => {
      stop?.();
      host.remove();
    },
    { once: true },
  );
  const mark = (key: string | null): boolean => {
    marked = key;
    draw();
    return root.childElementCount > 0;
  };
  return {
    mark(key) {
      // The panel is gone, or asks for no column any more.
      if (key === null) stop?.();
      return mark(key);
    },
    point: () =>
      new Promise((resolve) => {
        stop?.();
        stop = pointIn(host, {
          columnAt: (x, y) => columnOf(document.elementsFromPoint(x, y), places),
          mark,
          done(key) {
            stop = undefined;
            mark(null);
            resolve(key);
          },
        });
      }),
  };
}

interface Pointing {
  readonly columnAt: (x: number, y: number) => string | null;
  readonly mark: (key: string | null) => void;
  readonly done: (key: string | null) => void;
}

/** Takes the mouse from the page until it has been clicked once. @returns Gives it back, with nothing pointed at. */
function pointIn(host: HTMLElement, { columnAt, mark, done }: Pointing): () => void {
  const ends = new AbortController();
  const end = (key: string | null): void => {
    ends.abort();
    delete host.dataset['pointing'];
    done(key);
  };
  host.dataset['pointing'] = '';
  const listen = { signal: ends.signal, capture: true };
  for (const name of ['pointerdown', 'pointerup', 'mousedown', 'mouseup'] as const)
    host.addEventListener(name, (event) => event.stopPropagation(), listen);
  host.addEventListener('pointermove', ({ clientX, clientY }) => mark(columnAt(clientX, clientY)), listen);
  host.addEventListener(
    'click',
    (event) => {
      event.stopPropagation();
      end(columnAt(event.clientX, event.clientY));
    },
    listen,
  );
  host.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(null);
    },
    listen,
  );
  return () => end(null);
}

/** The innermost place under the mouse: a place on a card lies in a column of the board. */
function columnOf(under: readonly Element[], places: ReadonlyMap<string, readonly Element[]>): string | null {
  for (const element of under) for (const [key, cells] of places) if (cells.includes(element)) return key;
  return null;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** More places than a window shows. */
const most = 300;

/** Values that stand below each other are marked as one column; those on a board's cards each for itself. */
function areasOf(cells: readonly Element[]): readonly Area[] {
  const drawn = cells.filter((cell) => cell.isConnected && cell.getClientRects().length > 0);
  const [first, ...others] = drawn.slice(0, most).map((cell) => cell.getBoundingClientRect());
  const last = drawn.at(-1)?.getBoundingClientRect();
  if (first === undefined || last === undefined) return [];
  const isBeside = ({ left, right }: Area) => left >= first.right || right <= first.left;
  if (others.some(isBeside)) return [first, ...others];
  return [
    {
      left: Math.min(first.left, last.left),
      right: Math.max(first.right, last.right),
      top: Math.min(first.top, last.top),
      bottom: Math.max(first.bottom, last.bottom),
    },
  ];
}
