import type { Page } from '../adapter';
import { atOnce } from '../dom/in-slices';
import { listContent, listOn } from './list-content';
import { contentOf, headingOf, recordIn, type RecordContent } from './record-content';
import { recordOf, type RecordAddress } from './record-of';
import { rootOf } from './root-of';
import { rowTags } from './row-cells';
import { lastContent, noteContent } from './staleness';
import { scopeOf } from './view-scope';

/** Longer lists are not noted: that takes longer than a click may wait. */
const mostRows = 3000;

/**
 * Notes that what stands on the page belongs to the address `from`. A read may not have seen it: somebody who moves on
 * at once leaves the old deal's values under the next one's address before any look was taken at them.
 */
export function noteShown(page: Page, from: URL): void {
  noteRecord(page.document, recordOf({ ...page, url: from }));
  noteList(page, from);
}

function noteRecord(document: Document, address: RecordAddress | undefined): void {
  const last = lastContent(document, 'record');
  // Written by ourselves a moment ago.
  const before = last && (JSON.parse(last.content) as RecordContent);
  const id = address?.id;
  const root = rootOf(document);
  const heading = headingOf(root);
  // From a list one comes to a record at every other click: nothing of one stands there but what was noted before.
  const isOld = before !== undefined && contentOf(heading, { cells: [] }).heading === before.heading;
  if (id === undefined && !isOld) return;
  const record = atOnce(recordIn(root, address?.mapping));
  const key = id ?? last?.key;
  if (record === undefined || key === undefined) return;
  const now = contentOf(heading, record);
  const content = JSON.stringify(now);
  if (content === last?.content) return;
  // Some pages draw the next deal first, and give its address after.
  if (last?.key === id && before !== undefined && isAnother(before, now)) return;
  noteContent(document, 'record', { key, content });
}

/** Another deal has another name, and few values in common; an edit of the same one changes few. */
function isAnother(before: RecordContent, now: RecordContent): boolean {
  const known = new Map(before.values);
  const both = now.values.filter(([label]) => known.has(label));
  const changed = both.filter(([label, text]) => known.get(label) !== text);
  return before.heading !== now.heading && changed.length * 2 > both.length;
}

function noteList({ document }: Page, from: URL): void {
  const root = rootOf(document);
  const list = listOn(document);
  if (list === undefined || root.querySelectorAll(rowTags).length > mostRows) return;
  const content = atOnce(listContent(root));
  if (content === lastContent(document, 'list')?.content) return;
  noteContent(document, 'list', { key: scopeOf(list, from)?.scope ?? '', content });
}
