import type { Page } from '../adapter';
import { touchCount } from '../dom/touches';
import type { Cell } from './read-values';

const opened = new WeakMap<Document, { readonly id: string; readonly touches: number }>();

/** Something new is being made there, perhaps from another deal: its values are nobody's yet. */
const making = /(?:^|[/_#?=-])(?:new|create|clone|copy|duplicate|convert)(?:[/_?&=-]|$)/i;

/**
 * Whether what a record shows may not be saved. What stands in fields is the record's own as long as nobody has touched
 * any since the record was opened (a page may draw its fields anew, with what was typed), the form has the deal's name
 * (others filter or search), and nothing new is being made.
 */
export function isBeingEdited({ document, url }: Page, id: string, cells: readonly Cell[]): boolean {
  const touches = touchCount(document);
  const last = opened.get(document);
  const before = last?.id === id ? last.touches : touches;
  opened.set(document, { id, touches: before });
  if (!cells.some(({ shown }) => shown.isField)) return false;
  const isNamed = cells.some(({ field, shown }) => field === 'name' && shown.lines.length > 0);
  return (
    !isNamed ||
    touches > before ||
    cells.some(({ shown }) => shown.isEdited) ||
    making.test(url.pathname + url.search + url.hash)
  );
}

/** A page shows no record any more: the next one, or the same again, is drawn from what is saved. */
export function leaveRecord(document: Document): void {
  opened.delete(document);
}
