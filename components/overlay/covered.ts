import type { Box } from './box';

/** Where to look for what covers a marker. */
export interface CoverQuestion {
  readonly row: Box;
  readonly marker: Box;
  /** The edge over which something may have slid. */
  readonly edge: 'above' | 'below' | 'middle';
  readonly layer: Element;
}

/**
 * Whether something of the page lies over the place where a marker would stand: a sticky header, a dialog, a menu.
 * Asks what can be hit beside the marker, inside the row: the marker itself would otherwise be all that is hit.
 */
export function isCovered(anchor: Element, { row, marker, edge, layer }: CoverQuestion): boolean {
  const x = clamp(marker.left - 2, row.left + 1, row.right - 1);
  const y = { above: marker.top + 2, middle: (marker.top + marker.bottom) / 2, below: marker.bottom - 2 }[
    edge
  ];
  const hit = hitAt(anchor, x, clamp(y, row.top + 1, row.bottom - 1));
  return hit !== undefined && !isOwnMarker(hit, layer) && !isKin(hit, anchor);
}

/**
 * Whether the middle of a box beside a row shows nothing but what lies behind the row. Looks through markers: the
 * row's own may stand there already.
 */
export function isBackground(anchor: Element, box: Box, layer: Element): boolean {
  const root = rootOf(anchor);
  const y = (box.top + box.bottom) / 2;
  return [box.left + 2, box.right - 2].every((x) => {
    const hit = root?.elementsFromPoint(x, y).find((one) => !isOwnMarker(one, layer));
    return hit !== undefined && hit !== anchor && composedContains(hit, anchor);
  });
}

function hitAt(anchor: Element, x: number, y: number): Element | undefined {
  return rootOf(anchor)?.elementFromPoint(x, y) ?? undefined;
}

function rootOf(anchor: Element): Document | ShadowRoot | undefined {
  const root = anchor.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root : undefined;
}

function isOwnMarker(hit: Element, layer: Element): boolean {
  // The pill does hide what is under it; an open card covers its own row.
  return hit.parentElement === layer && hit.localName === 'stafet-marker';
}

/** The row itself, something in it, or what it lies in (a row may let the pointer through). */
function isKin(hit: Element, anchor: Element): boolean {
  return composedContains(anchor, hit) || composedContains(hit, anchor);
}

function composedContains(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (at === outer) return true;
  }
  return false;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
