import layerCss from './layer.css?inline';

/** The one element that the overlay adds to a page: beside the page's own tree, as wide as the window, see-through. */
export interface Layer {
  readonly element: HTMLElement;
  /** Moves all markers at once, by so many pixels from where they stand. */
  readonly carry: (left: number, top: number) => void;
  /** Puts the layer back where the page has thrown it out. */
  readonly keep: () => void;
}

/**
 * Adds the layer; it goes when the signal aborts. `undefined` where the page itself defines elements of our names:
 * its class would be handed our closed roots (`ElementInternals.shadowRoot`), so nothing is drawn there.
 */
export function addLayer(document: Document, signal: AbortSignal): Layer | undefined {
  if (['stafet-layer', 'stafet-marker', 'stafet-pill'].some((name) => isClaimed(document, name)))
    return undefined;
  for (const stale of document.querySelectorAll('stafet-layer')) stale.remove();

  const element = document.createElement('stafet-layer');
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(layerCss);
  try {
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = layerCss;
    root.append(style);
  }
  const pill = document.createElement('slot');
  pill.name = 'pill';
  const carriage = document.createElement('div');
  carriage.className = 'carriage';
  carriage.append(document.createElement('slot'));
  root.append(pill, carriage);
  const carry = (left: number, top: number): void => {
    carriage.style.translate = `${left}px ${top}px`;
  };
  const keep = (): void => {
    if (!element.isConnected) document.documentElement.append(element);
  };
  keep();
  signal.addEventListener('abort', () => element.remove(), { once: true });
  return { element, carry, keep };
}

/** Whether the page has registered a class for elements of that name. */
function isClaimed(document: Document, name: string): boolean {
  return document.createElement(name).matches(':defined');
}
