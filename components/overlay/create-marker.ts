import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { DealFace } from './deal-face';
import markerCss from './marker.css?inline';
import { MarkerView } from './MarkerView';
import { placeCard } from './place-card';
import { closedRoot, createSheet } from './shadow';
import { guardEvents } from './guard-events';
import { whenTrusted } from './trusted';
import type { WhyLines } from './why-lines';

/** One marker on the page. */
export interface Marker {
  readonly host: HTMLElement;
  /** `isSmall`: without its text, where there is no room for it. */
  readonly show: (left: number, top: number, isSmall: boolean) => void;
  /**
   * Takes it out of sight. That only moves it: to hide what is in a marker costs the browser a tenth of a millisecond each,
   * and when a page draws its list anew all of them go in the same frame.
   */
  readonly hide: () => void;
  /**
   * Has it ready out of sight for a row that may come in soon: to show it then only moves it. What is drawn anew has the
   * browser go through all that the page has painted, which is dear on a long list.
   */
  readonly standBy: (isSmall: boolean) => void;
  /** Hides what is out of sight, from everybody. @returns False where there is nothing to do. */
  readonly settle: () => boolean;
  readonly update: (face: DealFace) => void;
  /** Gives the marker to another row: making one anew costs ten times as much. */
  readonly assign: (options: MarkerOptions) => void;
  readonly setTabStop: (isTabStop: boolean) => void;
  readonly focus: () => void;
  /** Hides the marker, nameless, until it is assigned again. */
  readonly park: () => void;
  readonly destroy: () => void;
}

export interface MarkerOptions {
  /** The attribute that names the deal: `data-stafet-deal` or `data-stafet-unidentified`, and its value. */
  readonly name: readonly [attribute: string, value: string];
  readonly face: DealFace;
  /** Words for the card, asked for as it opens. */
  readonly why: () => WhyLines;
  /** An arrow key was pressed on the marker. */
  readonly onMove: (step: 'next' | 'previous' | 'first' | 'last') => void;
}

/**
 * The layer shows nothing beyond its edges. No farther than this: what is thousands of pixels out the browser does not paint,
 * and has to when it comes in, going through the whole page.
 */
const outOfSight = '-2500px 0px';
let sheet: CSSStyleSheet | undefined;
const steps = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const;

/** Makes a marker, hidden until it is shown at a place. Its card opens on hover and on keyboard focus. */
export function createMarker(document: Document, first: MarkerOptions): Marker {
  let options = first;
  const host = document.createElement('stafet-marker');
  host.setAttribute(...options.name);
  const inner = closedRoot(host, (sheet ??= createSheet(markerCss)));
  const root = createRoot(inner);
  let { face } = options;
  let turn = 0;
  let isTabStop = false;
  let isOpen = false;
  let isSmall = false;
  let isPinned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where it stands; or out of sight and seen by nobody soon (`away`), and then `hidden`; or on stand-by (`ready`). */
  let at = 'hidden';

  const draw = (): void => {
    const why = isOpen ? options.why() : undefined;
    flushSync(() => root.render(createElement(MarkerView, { face, turn, isSmall, isTabStop, why })));
  };
  const button = (): HTMLButtonElement | null => inner.querySelector('button');
  const card = (): HTMLElement | null => inner.querySelector('.why');
  const place = (): void => {
    const view = document.defaultView;
    const open = card();
    const chip = button();
    if (!view || !open || !chip) return;
    const size = { width: open.offsetWidth, height: open.offsetHeight };
    const spot = placeCard(chip.getBoundingClientRect(), size, {
      width: view.innerWidth,
      height: view.innerHeight,
    });
    open.style.left = `${spot.left}px`;
    open.style.top = `${spot.top}px`;
  };
  const open = (): void => {
    clearTimeout(timer);
    if (isOpen) return;
    isOpen = true;
    draw();
    card()?.showPopover?.();
    place();
  };
  const close = (): void => {
    clearTimeout(timer);
    if (!isOpen) return;
    isOpen = false;
    isPinned = false;
    card()?.hidePopover?.();
    draw();
  };
  const later = (act: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };

  let wasPinned = false;
  inner.addEventListener(
    'pointerenter',
    whenTrusted((event) => event.pointerType === 'mouse' && later(open, 160)),
  );
  inner.addEventListener(
    'pointerleave',
    whenTrusted(() => !isPinned && later(close, 220)),
  );
  inner.addEventListener(
    'pointerdown',
    whenTrusted(() => (wasPinned = isPinned)),
  );
  // A pointer on a marker must not take the focus out of a field that the page is editing.
  inner.addEventListener(
    'mousedown',
    whenTrusted((event) => event.preventDefault()),
  );
  inner.addEventListener(
    'focusin',
    whenTrusted(() => button()?.matches(':focus-visible') && open()),
  );
  inner.addEventListener(
    'focusout',
    whenTrusted(() => close()),
  );
  inner.addEventListener(
    'click',
    whenTrusted((event) => {
      if (!(event.target instanceof Element) || !event.target.closest('button')) return;
      const keyboard = event.detail === 0;
      if (keyboard ? isOpen : wasPinned) return close();
      open();
      isPinned = !keyboard;
    }),
  );
  inner.addEventListener(
    'keydown',
    whenTrusted((event) => {
      if (event.key === 'Escape' && isOpen) close();
      else if (event.key in steps) options.onMove(steps[event.key as keyof typeof steps]); // Tested by `in`.
      else return;
      event.preventDefault();
      event.stopPropagation();
    }),
  );
  // The browser has closed the card: Escape, or a press elsewhere.
  inner.addEventListener(
    'toggle',
    (event) => 'newState' in event && event.newState === 'closed' && close(),
    true,
  );
  guardEvents(inner);
  draw();
  host.style.setProperty('visibility', 'hidden', 'important');

  function hide(): void {
    if (at === 'hidden' || at === 'away') return;
    move(outOfSight);
    at = 'away';
    close();
  }
  function size(small: boolean): void {
    if (small === isSmall) return;
    isSmall = small;
    draw();
  }
  function move(to: string): void {
    if (at === 'hidden') host.style.setProperty('visibility', 'visible', 'important');
    if (at !== to) host.style.setProperty('translate', to, 'important');
  }

  return {
    host,
    hide,
    settle: () => {
      if (at !== 'away') return false;
      at = 'hidden';
      host.style.setProperty('visibility', 'hidden', 'important');
      return true;
    },
    standBy: (small) => {
      if (at === 'ready') return;
      size(small);
      move(outOfSight);
      at = 'ready';
      close();
    },
    show: (left, top, small) => {
      size(small);
      const next = `${left}px ${top}px`;
      if (next === at) return;
      move(next);
      at = next;
      if (isOpen) place();
    },
    update: (next) => {
      if (
        !isOpen &&
        next.label === face.label &&
        next.isUnbound === face.isUnbound &&
        next.hasProblem === face.hasProblem
      )
        return;
      face = next;
      draw();
      if (isOpen) place();
    },
    setTabStop: (next) => {
      if (next === isTabStop) return;
      isTabStop = next;
      draw();
    },
    focus: () => button()?.focus({ preventScroll: true }),
    assign: (next) => {
      close();
      button()?.blur();
      host.removeAttribute(options.name[0]);
      host.setAttribute(...next.name);
      options = next;
      face = next.face;
      turn += 1;
      isTabStop = false;
      draw();
    },
    park: () => {
      hide();
      host.removeAttribute(options.name[0]);
    },
    destroy: () => {
      close();
      root.unmount();
      host.remove();
    },
  };
}
