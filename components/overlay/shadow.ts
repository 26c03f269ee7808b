import tokens from '../styles/tokens.css?inline';
import base from './overlay.css?inline';

// The tokens go on our innermost element: on the host a rule of the page (`* { --text: … }`) would win over ours.
const shared = tokens.replaceAll(':root, :host', '.stafet') + base;

/** A style sheet of the overlay: the shared part and one surface's own. Made once, adopted by every root. */
export function createSheet(own: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(shared + own);
  return sheet;
}

/**
 * Gives an element a closed shadow root with one element in it, `.stafet`, that inherits nothing from the page.
 * Generated text in there can neither be reached nor spelt out by the page.
 */
export function closedRoot(host: Element, sheet: CSSStyleSheet): HTMLElement {
  const root = host.attachShadow({ mode: 'closed' });
  try {
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses sheets made in a content script.
    const style = host.ownerDocument.createElement('style');
    style.textContent = [...sheet.cssRules].map((rule) => rule.cssText).join('\n');
    root.append(style);
  }
  const inner = host.ownerDocument.createElement('div');
  inner.className = 'stafet';
  root.append(inner);
  return inner;
}
