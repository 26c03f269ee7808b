import { createMarker, type Marker, type MarkerOptions } from './create-marker';
import { dealFace } from './deal-face';
import type { Row } from './row';
import { whyLines } from './why-lines';

/** Makes markers, and gives those of rows that have gone to rows that come: while scrolling nothing is made. */
export interface MarkerPool {
  readonly give: (row: Row) => Marker;
  readonly take: (row: Row) => void;
  /** Hides what nobody has asked for. */
  readonly park: () => void;
  /** Takes it off the page. */
  readonly clear: () => void;
}

export interface MarkerPoolOptions {
  readonly layer: HTMLElement;
  readonly locale: string;
  readonly onMove: (row: Row, step: Parameters<MarkerOptions['onMove']>[0]) => void;
  readonly signal: AbortSignal;
}

export function createMarkerPool({ layer, locale, onMove, signal }: MarkerPoolOptions): MarkerPool {
  const spare: Marker[] = [];
  const used = new Set<Marker>();
  signal.addEventListener('abort', () => {
    for (const marker of [...spare, ...used]) marker.destroy();
  });

  const optionsOf = (row: Row): MarkerOptions => ({
    name: [row.reading.key === undefined ? 'data-stafet-unidentified' : 'data-stafet-deal', row.id],
    face: dealFace(row.reading, row.problems.length > 0, locale),
    why: () => whyLines({ reading: row.reading, problems: row.problems, stored: row.stored, locale }),
    onMove: (step) => onMove(row, step),
  });

  return {
    give: (row) => {
      const old = spare.pop();
      old?.assign(optionsOf(row));
      const marker = old ?? createMarker(layer.ownerDocument, optionsOf(row));
      used.add(marker);
      if (!marker.host.isConnected) layer.append(marker.host);
      row.marker = marker;
      return marker;
    },
    take: (row) => {
      if (!row.marker) return;
      used.delete(row.marker);
      spare.push(row.marker);
      row.marker = undefined;
    },
    park: () => {
      for (const marker of spare) marker.park();
    },
    clear: () => {
      for (const marker of spare) marker.host.remove();
    },
  };
}
