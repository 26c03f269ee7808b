import type { ReadProblem } from '../../lib/crm/adapter';
import type { DealRead } from '../../lib/deal/deal';
import { createMarker, type Marker, type MarkerOptions } from './create-marker';
import { dealFace, type DealFace } from './deal-face';
import { markerWidth } from './marker-size';
import type { Row } from './row';
import { whyLines } from './why-lines';

/** Makes markers, and gives those of rows that have gone to rows that come: while scrolling nothing is made. */
export interface MarkerPool {
  readonly give: (row: Row) => Marker;
  /** How wide a row's marker is with its text, in pixels. */
  readonly widthOf: (row: Row) => number;
  readonly take: (row: Row) => void;
  /** Draws what is now known of the row. */
  readonly update: (row: Row) => void;
  /** Takes out of sight what nobody has asked for. */
  readonly park: () => void;
  /** Hides some of the markers that are out of sight. @returns Whether there may be more. */
  readonly settle: () => boolean;
  /** Takes it off the page, unless markers were asked for since the last time: somebody is scrolling. `isAll`: even so. */
  readonly clear: (isAll?: boolean) => void;
}

export interface MarkerPoolOptions {
  readonly layer: HTMLElement;
  readonly locale: string;
  /** What is wrong with a row; asked only of rows that can be seen. */
  readonly problemsOf: (read: DealRead) => readonly ReadProblem[];
  readonly isStored: () => boolean;
  readonly onMove: (row: Row, step: Parameters<MarkerOptions['onMove']>[0]) => void;
  readonly signal: AbortSignal;
}

/** Costs about a tenth of a millisecond each. */
const hiddenAtOnce = 4;

export function createMarkerPool(options: MarkerPoolOptions): MarkerPool {
  const { layer, locale, problemsOf, isStored, onMove, signal } = options;
  const spare: Marker[] = [];
  let isBusy = false;
  const used = new Set<Marker>();
  signal.addEventListener('abort', () => {
    for (const marker of [...spare, ...used]) marker.destroy();
  });

  const faceOf = ({ reading }: Row): DealFace =>
    dealFace(reading, problemsOf(reading.read).length > 0, locale);
  const optionsOf = (row: Row): MarkerOptions => ({
    name: [row.reading.key === undefined ? 'data-stafet-unidentified' : 'data-stafet-deal', row.id],
    face: faceOf(row),
    why: () => {
      const { reading } = row;
      return whyLines({ reading, problems: problemsOf(reading.read), stored: isStored(), locale });
    },
    onMove: (step) => onMove(row, step),
  });

  return {
    give: (row) => {
      isBusy = true;
      const old = spare.pop();
      old?.assign(optionsOf(row));
      const marker = old ?? createMarker(layer.ownerDocument, optionsOf(row));
      used.add(marker);
      if (!marker.host.isConnected) layer.append(marker.host);
      row.marker = marker;
      return marker;
    },
    widthOf: (row) => markerWidth(faceOf(row)),
    take: (row) => {
      if (!row.marker) return;
      used.delete(row.marker);
      spare.push(row.marker);
      row.marker = undefined;
    },
    update: (row) => row.marker?.update(faceOf(row)),
    park: () => {
      for (const marker of spare) marker.park();
    },
    settle: () => {
      let left = hiddenAtOnce;
      for (const marker of [...spare, ...used]) {
        if (marker.settle()) left -= 1;
        if (left === 0) return true;
      }
      return false;
    },
    clear: (isAll = false) => {
      if (isAll || !isBusy) for (const marker of spare) marker.host.remove();
      isBusy = false;
    },
  };
}
