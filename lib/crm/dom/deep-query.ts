import type { Steps } from './in-slices';
import { textOf } from './text-of';

/**
 * All elements below `root` that match, those within open shadow roots among them, in the page's order as far as one root
 * goes. Only custom elements are asked for a root: others have none on the pages that we read.
 */
export function deepAll(root: ParentNode, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  for (const shadow of shadowsIn(root)) found.push(...deepAll(shadow, selector));
  return found;
}

/** {@link textOf}, with what stands in shadow roots: a component may draw its text in its own. */
export function deepText(element: Element): string {
  const own = element.shadowRoot;
  const roots = [element, ...(own === null ? [] : [own])];
  return roots
    .flatMap((root) => [textOf(root), ...shadowsIn(root).flatMap(textsIn)])
    .filter((text) => text !== '')
    .join(' ');
}

/** Whether any of an element is drawn in a shadow root. */
export function hasShadow(element: Element): boolean {
  return element.shadowRoot !== null || shadowsIn(element).length > 0;
}

/** Whether nothing around an element hides it, as far as the markup says; shadow roots belong to their hosts. */
export function isInView(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = aboveOf(at)) {
    if (at.hasAttribute('hidden') || at.getAttribute('aria-hidden') === 'true') return false;
    if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(at.getAttribute('style') ?? '')) return false;
  }
  return true;
}

/**
 * Of several that should be one the one that stands in front: applications keep pages and tabs that were left. Of those
 * that the markup does not hide it is the one that is drawn, else the last.
 */
export function inFront(all: readonly Element[]): Element | undefined {
  const inView = all.filter(isInView);
  return inView.length < 2
    ? inView[0]
    : (inView.findLast((one) => one.getClientRects().length > 0) ?? inView.at(-1));
}

/** What can be searched below `root`: itself, and every open shadow root in it, also those within others. In steps. */
export function* rootsIn(root: ParentNode): Steps<ParentNode[]> {
  const found = [root];
  // Those that come to it are searched in their turn.
  for (const one of found) {
    for (const [nth, element] of one.querySelectorAll('*').entries()) {
      if (nth % 500 === 0) yield;
      if (element.tagName.includes('-') && element.shadowRoot !== null) found.push(element.shadowRoot);
    }
  }
  return found;
}

/** The nearest of an element and what surrounds it that matches; shadow roots belong to their hosts. */
export function closestDeep(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at !== null;) {
    const found: Element | null = at.closest(selector);
    if (found !== null) return found;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

function shadowsIn(root: ParentNode): ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({ tagName, shadowRoot }) =>
    shadowRoot !== null && tagName.includes('-') ? shadowRoot : [],
  );
}

function textsIn(root: ShadowRoot): string[] {
  return [textOf(root), ...shadowsIn(root).flatMap(textsIn)];
}

function aboveOf(element: Element): Element | null {
  const { parentElement } = element;
  if (parentElement !== null) return parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
