import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Deal } from '../../lib/deal/deal';
import type { DealFilter } from './deal-filter';
import { DealRow } from './DealRow';

/** Height of a row in DealTable.module.css. */
const rowHeight = 36;

/** The rows near the window; empty rows above and below hold the place of the others. */
export function VirtualRows({ deals, filter }: { deals: readonly Deal[]; filter: DealFilter }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useTop(body);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here alone, never handed on
  const virtualizer = useWindowVirtualizer({
    count: deals.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
  });
  const rows = virtualizer.getVirtualItems();
  const above = (rows[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? top) - top);
  return (
    <tbody ref={body}>
      <tr aria-hidden="true" style={{ height: above }} />
      {rows.map(({ index }) => {
        const deal = deals[index];
        return deal === undefined ? null : (
          <DealRow key={deal.key} deal={deal} filter={filter} index={index} />
        );
      })}
      <tr aria-hidden="true" style={{ height: below }} />
    </tbody>
  );
}

/** Where the list begins on the page; what stands above it (a chart, a note) may grow at any time. */
function useTop(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () =>
      setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  return top;
}
