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
  const box = document.createElement('div');
  box.hidden = true;
  root.append(box);
  for (const stale of document.querySelectorAll('stafet-highlight')) stale.remove();
  document.documentElement.append(host);

  let marked: string | null = null;
  const draw = (): void => {
    const area = marked === null ? undefined : areaOf(places.get(marked) ?? []);
    box.hidden = area === undefined;
    if (area === undefined) return;
    box.style.translate = `${area.left}px ${area.top}px`;
    box.style.width = `${area.right - area.left}px`;
    box.style.height = `${area.bottom - area.top}px`;
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
    return !box.hidden;
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

function columnOf(under: readonly Element[], places: ReadonlyMap<string, readonly Element[]>): string | null {
  for (const [key, cells] of places) if (cells.some((cell) => under.includes(cell))) return key;
  return null;
}

/** From the first to the last value of a column that is drawn, in the window's pixels. */
function areaOf(cells: readonly Element[]) {
  const drawn = cells.filter(({ isConnected }) => isConnected);
  const first = drawn.find(isDrawn)?.getBoundingClientRect();
  const last = drawn.findLast(isDrawn)?.getBoundingClientRect();
  if (first === undefined || last === undefined) return undefined;
  return {
    left: Math.min(first.left, last.left),
    right: Math.max(first.right, last.right),
    top: Math.min(first.top, last.top),
    bottom: Math.max(first.bottom, last.bottom),
  };
}

function isDrawn(cell: Element): boolean {
  return cell.getClientRects().length > 0;
}
