import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useRows } from '../hooks/use-rows';
import type { DealFilter } from './deal-filter';
import { DealRow } from './DealRow';

/** Height of a row in DealTable.module.css. */
const rowHeight = 36;

/** The rows near the window; empty rows above and below hold the place of the others. */
export function VirtualRows({ slots, filter }: { slots: Uint32Array; filter: DealFilter }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useTop(body);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here alone, never handed on
  const virtualizer = useWindowVirtualizer({
    count: slots.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
  });
  const places = virtualizer.getVirtualItems();
  const rows = useRows(places.flatMap(({ index }) => slots[index] ?? []));
  const above = (places[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((places.at(-1)?.end ?? top) - top);
  return (
    <tbody ref={body}>
      <tr aria-hidden="true" style={{ height: above }} />
      {places.map(({ index }) => {
        const slot = slots[index] ?? -1;
        return <DealRow key={slot} deal={rows.get(slot)} filter={filter} index={index} />;
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
