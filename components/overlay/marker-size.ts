import type { DealFace } from './deal-face';

/** What can be hit of a marker, in pixels; what can be seen is 4 px lower. */
export const markerHeight = 24;
/** Of a marker that shows its gauge or sign alone. */
export const smallWidth = 24;

/** Room for a gauge or sign, and the chip's padding. */
const chanceFrame = 24;
const wordFrame = 28;
const problemSign = 13;
/** Widest common figures and letters of 11 px; narrower ones leave a little more room at both ends. */
const figure = 8.5;
const letter = 7;
/** "100%": chances share one width, so that a column of them aligns. */
const fewestFigures = 4;

/**
 * How wide a marker is that says its text, in pixels. Known without asking the page, which would have to lay it out.
 *
 * @example markerWidth({ kind: 'chance', text: '10%', hasProblem: false }) // 58
 */
export function markerWidth({
  kind,
  text,
  hasProblem,
}: Pick<DealFace, 'kind' | 'text' | 'hasProblem'>): number {
  if (kind !== 'chance') return wordFrame + letter * text.length;
  const figures = Math.max(fewestFigures, text.length);
  return chanceFrame + figure * figures + (hasProblem ? problemSign : 0);
}
