import type { Steps } from '../dom/in-slices';
import type { GenericField } from './fields';
import { guessColumns } from './guess-columns';
import { rootOf } from './root-of';
import { cellsOf, rowTags, tables } from './row-cells';
import { columnOf } from './table';

/** All that the rows of a page show, as one text: to tell whether it is still the same. */
export function* listContent(root: Element): Steps<string> {
  const texts: string[] = [];
  for (const row of root.querySelectorAll(rowTags)) {
    yield;
    if (row.parentElement?.tagName !== 'THEAD') texts.push(row.textContent ?? '');
  }
  return texts.join('\n');
}

const lists = new WeakMap<Document, WeakRef<Element>>();

/** Remembers which table is the page's list of deals. */
export function rememberList(list: Element): void {
  lists.set(list.ownerDocument, new WeakRef(list));
}

/** The page's list of deals: the one that was read last, else the first table with a column that only deals have. */
export function listOn(document: Document): Element | undefined {
  const known = lists.get(document)?.deref();
  if (known?.isConnected === true) return known;
  return [...rootOf(document).querySelectorAll(tables)].find((table) => {
    const fields = fieldsOf(table);
    return fields.has('stage') || fields.has('amount');
  });
}

/** What the first row of a table heads. */
export function fieldsOf(table: Element): ReadonlySet<GenericField> {
  const head = table.querySelector(rowTags);
  if (head === null) return new Set();
  const { known } = guessColumns([...cellsOf(head)].map(([at, cell]) => columnOf(at, cell)));
  return new Set([...known.values()].map(({ field }) => field));
}
