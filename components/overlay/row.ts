import type { ReadAnchor } from '../../lib/crm/reader-channel';
import type { Marker } from './create-marker';

/** A marker's place within its row. */
export interface Spot {
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  /** The row's shape that it was measured for; `undefined` where it is to be measured anew. */
  readonly shape: string | undefined;
}

/** A row that was read, and what is drawn beside it. */
export interface Row {
  readonly anchor: Element;
  /** Key of the deal, or fingerprint of a row without id. */
  readonly id: string;
  reading: ReadAnchor;
  witness: readonly string[] | undefined;
  /** The row's text when it was last read: another text may leave other gaps. */
  text: string | undefined;
  /** In the window or not far from it. */
  isNear: boolean;
  /** Place relative to the row's corner, good while the row keeps this shape. */
  spot: Spot | undefined;
  /** How wide its marker is with its text; `undefined` until it is asked for. */
  width: number | undefined;
  marker: Marker | undefined;
  /** What was last found to lie over it; `undefined` before it was asked. */
  isCovered: boolean | undefined;
  /** In which pass it was asked; `sample` where it is to be asked once more to see whether that still holds. */
  askedIn: number | 'sample' | undefined;
  /** Where its marker stands in what carries the markers, in pixels; `undefined` while hidden. */
  standsAt: { readonly left: number; readonly top: number } | undefined;
  /** Top edge of the shown marker; `undefined` while hidden. */
  shownAt: number | undefined;
}

/**
 * Has a row's place measured anew when there is time. Until then its marker goes where the row goes: one that nobody moves
 * while the page scrolls would stand beside another deal.
 */
export function doubtSpot(row: Row): void {
  if (row.spot !== undefined) row.spot = { ...row.spot, shape: undefined };
}

/** A row not looked at yet. */
export function newRow(id: string, reading: ReadAnchor): Row {
  const unseen = {
    witness: undefined,
    text: undefined,
    spot: undefined,
    width: undefined,
    isCovered: undefined,
    askedIn: undefined,
    standsAt: undefined,
  };
  return {
    anchor: reading.anchor,
    id,
    reading,
    ...unseen,
    isNear: false,
    marker: undefined,
    shownAt: undefined,
  };
}
