import { vi } from 'vitest';
import type { ReadAnchor } from '../../../../lib/crm/reader-channel';

const rowHeight = 30;

/** What the document of the tests does not know: where its elements are, and who watches them. */
export function fakePage() {
  class Observer {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('ResizeObserver', Observer);
  // Nothing lies over anything.
  Object.assign(document, { elementFromPoint: () => null, elementsFromPoint: () => [] });

  let scrolled = 0;
  return {
    /** A row of a list, `place` rows below its top. */
    rowAt(place: number): ReadAnchor {
      const anchor = document.createElement('tr');
      anchor.getBoundingClientRect = () => new DOMRect(0, place * rowHeight - scrolled, 1000, rowHeight);
      document.body.append(anchor);
      const read = { at: '2026-11-01T10:00:00Z', values: { crmProbability: 0.5 } };
      return { anchor, key: `deal ${place}`, read };
    },
    scrollTo: (top: number) => void (scrolled = top),
  };
}
