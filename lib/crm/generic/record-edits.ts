import type { Page } from '../adapter';
import { forgetFields, touchCount, type TouchCount } from '../dom/touches';
import type { Cell } from './read-values';

interface Opened extends TouchCount {
  readonly id: string | undefined;
}

const opened = new WeakMap<Document, Opened>();
/** What our script finds when it comes. */
const untouched: Opened = { id: undefined, edits: 0, clicks: 0 };

/** Something new is being made there, perhaps from another deal: its values are nobody's yet. */
const making = /(?:^|[/_#?=-])(?:new|create|clone|copy|duplicate|convert)(?:[/_?&=-]|$)/i;

/**
 * Whether what a record shows may not be saved. What stands in fields is the record's own as long as nobody has touched
 * any since the record was opened (a page may draw its fields anew, with what was typed), the form has the deal's name
 * (others filter or search), and nothing new is being made.
 *
 * @returns `perhaps` where something was clicked since, by which a value may have been chosen; `no` for text.
 */
export function isBeingEdited(
  { document, url }: Page,
  id: string,
  cells: readonly Cell[],
): 'yes' | 'perhaps' | 'no' {
  const now = touchCount(document);
  const last = opened.get(document) ?? untouched;
  const before = last.id === id || last === untouched ? last : now;
  if (last.id !== id) forgetFields(document);
  opened.set(document, { ...before, id });
  if (!cells.some(({ shown }) => shown.isField)) return 'no';
  const isNamed = cells.some(({ field, shown }) => field === 'name' && shown.lines.length > 0);
  const isEdited =
    !isNamed ||
    now.edits > before.edits ||
    cells.some(({ shown }) => shown.isEdited) ||
    making.test(url.pathname + url.search + url.hash);
  if (isEdited) return 'yes';
  return now.clicks > before.clicks ? 'perhaps' : 'no';
}

/** A page shows no record any more: the next one, or the same again, is drawn from what is saved. */
export function leaveRecord(document: Document): void {
  opened.set(document, { ...touchCount(document), id: undefined });
}
