import type { ReadAnchor } from '../../lib/crm/reader-channel';
import type { Marker } from './create-marker';

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
  spot:
    | { readonly dx: number; readonly dy: number; readonly width: number; readonly shape: string }
    | undefined;
  /** How wide its marker is with its text; `undefined` until it is asked for. */
  width: number | undefined;
  marker: Marker | undefined;
  /** What was last found to lie over it; `undefined` before it was asked. */
  isCovered: boolean | undefined;
  /** In which pass it was asked; `sample` where it is to be asked once more to see whether that still holds. */
  askedIn: number | 'sample' | undefined;
  /** Top edge of the shown marker; `undefined` while hidden. */
  shownAt: number | undefined;
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
