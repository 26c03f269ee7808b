import type { Box } from './box';

/**
 * Where a floating card stands beside what it explains: below it, above where there is more room, and always inside
 * the window, `edge` pixels from its border. Sizes and positions in viewport pixels.
 *
 * @example placeCard(marker, { width: 288, height: 200 }, { width: 1280, height: 720 }) // { left, top }
 */
export function placeCard(
  beside: Box,
  card: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const edge = 8;
  const below = beside.bottom + 6;
  const above = beside.top - 6 - card.height;
  const fitsBelow = below + card.height <= view.height - edge;
  const top = fitsBelow || beside.top < view.height - beside.bottom ? below : above;
  return {
    left: clamp(beside.left, edge, view.width - edge - card.width),
    top: clamp(top, edge, view.height - edge - card.height),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
