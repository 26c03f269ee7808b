/**
 * All elements below `root` that match, those within open shadow roots among them, in the page's order as far as one root
 * goes. Only custom elements are asked for a root: others have none on the pages that we read.
 */
export function deepAll(root: ParentNode, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot !== null && element.tagName.includes('-'))
      found.push(...deepAll(element.shadowRoot, selector));
  }
  return found;
}

/** Whether nothing around an element hides it, as far as the markup says; shadow roots belong to their hosts. */
export function isInView(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = aboveOf(at)) {
    if (at.hasAttribute('hidden') || at.getAttribute('aria-hidden') === 'true') return false;
    if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(at.getAttribute('style') ?? '')) return false;
  }
  return true;
}

function aboveOf(element: Element): Element | null {
  const { parentElement } = element;
  if (parentElement !== null) return parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
