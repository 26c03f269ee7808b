import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { guardEvents } from './guard-events';
import { PagePill, type PagePillProps } from './PagePill';
import pillCss from './pill.css?inline';
import { closedRoot, createSheet } from './shadow';

/** The page's pill in the layer. */
export interface Pill {
  readonly draw: (props: PagePillProps) => void;
  readonly remove: () => void;
}

/** Adds the pill as the layer's first child, so that Tab reaches it before the markers. */
export function createPill(layer: HTMLElement): Pill {
  const host = layer.ownerDocument.createElement('stafet-pill');
  host.slot = 'pill';
  const inner = closedRoot(host, createSheet(pillCss));
  const root = createRoot(inner);
  // A pointer on the pill must not take the focus out of a field that the page is editing.
  inner.addEventListener('mousedown', (event) => event.preventDefault());
  guardEvents(inner);
  layer.prepend(host);
  return {
    draw(props) {
      const before = labelIn(inner);
      flushSync(() => root.render(createElement(PagePill, props)));
      // Other words have another width, and a box that grows to the left counts as a shift of the page's layout; one
      // that is put in anew does not. Whoever is using the pill keeps it as it stands.
      const isInUse = inner.querySelector(':focus, :popover-open') !== null;
      if (before !== undefined && before !== labelIn(inner) && !isInUse) {
        host.remove();
        layer.prepend(host);
      }
    },
    remove: () => {
      root.unmount();
      host.remove();
    },
  };
}

function labelIn(inner: HTMLElement): string | undefined {
  const buttons = [...inner.querySelectorAll('.pill button')];
  return buttons.length === 0 ? undefined : buttons.map((one) => one.getAttribute('aria-label')).join();
}
