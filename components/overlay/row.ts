import type { ReadProblem } from '../../lib/crm/adapter';
import type { ReadAnchor } from '../../lib/crm/reader-channel';
import type { Marker } from './create-marker';

/** A row that was read, and what is drawn beside it. */
export interface Row {
  readonly anchor: Element;
  /** Key of the deal, or fingerprint of a row without id. */
  readonly id: string;
  reading: ReadAnchor;
  problems: readonly ReadProblem[];
  stored: boolean;
  witness: readonly string[] | undefined;
  /** The row's text when it was last read: another text may leave other gaps. */
  text: string | undefined;
  /** In the window or not far from it. */
  isNear: boolean;
  /** Place relative to the row's corner, good while the row keeps this shape. */
  spot: { readonly dx: number; readonly dy: number; readonly shape: string } | undefined;
  marker: Marker | undefined;
  /** What the last hit test said; `undefined` before the first, which a thorough look makes. */
  isCovered: boolean | undefined;
  /** Top edge of the shown marker; `undefined` while hidden. */
  shownAt: number | undefined;
}

/** What one state of the reader says of a row. */
export type RowNews = Pick<Row, 'reading' | 'problems' | 'stored'>;

/** A row not looked at yet. */
export function newRow(id: string, news: RowNews): Row {
  const unseen = { witness: undefined, text: undefined, spot: undefined, isCovered: undefined };
  return {
    anchor: news.reading.anchor,
    id,
    ...news,
    ...unseen,
    isNear: false,
    marker: undefined,
    shownAt: undefined,
  };
}
