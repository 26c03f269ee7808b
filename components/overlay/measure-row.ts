import { intersect, isEmpty, type Box } from './box';

/** What a row shows, in viewport pixels. */
export interface RowSight {
  readonly name?: Box;
  readonly cell?: Box;
  readonly taken: readonly Box[];
}

const controls =
  'input,button,select,textarea,img,svg,canvas,video,[role=button],[role=checkbox],[contenteditable]';
/** Labels are drawn no farther than this around their text. */
const badgePadding = 16;
/** A card with more than this is not a row: what is measured of it is enough to find a gap. */
const mostTexts = 160;

/**
 * Measures the text and the controls of a row without touching it. Text is measured by ranges, for a cell's box says
 * nothing of how far its words reach; what an ellipsis hides is cut off at the cell.
 *
 * @param part `name`: only the texts of the cell that holds the name, where a marker mostly finds its place
 */
export function measureRow(anchor: Element, dealName: string | undefined, part: 'name' | 'all'): RowSight {
  const taken: Box[] = [];
  let name: Box | undefined;
  let cell: Box | undefined;
  const cells = new Map<Element, Box>();
  const range = rangeOf(anchor.ownerDocument);
  const all = [...texts(anchor)];
  const named = all.find(({ data }) => isName(data, dealName));
  const only = part === 'all' || named === undefined ? undefined : childOf(anchor, named);
  for (const text of all) {
    const holder = childOf(anchor, text);
    if (only !== undefined && holder !== only) continue;
    const limit = holder && (cells.get(holder) ?? holder.getBoundingClientRect());
    if (holder && limit) cells.set(holder, limit);
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].map((line) => (limit ? intersect(line, limit) : line));
    const seen = lines.filter((line) => !isEmpty(line));
    taken.push(...(badgeOf(text, { holder, seen }) ?? seen));
    const last = seen.at(-1);
    if (!name && last && isName(text.data, dealName)) {
      name = last;
      cell = limit;
    }
  }
  range.selectNodeContents(anchor.ownerDocument);
  for (const control of anchor.querySelectorAll(controls)) {
    const box = control.getBoundingClientRect();
    if (!isEmpty(box)) taken.push(box);
  }
  return { taken, ...(name && { name }), ...(cell && { cell }) };
}

const ranges = new WeakMap<Document, Range>();

/**
 * One for all measuring. Whatever changes on a page, the browser looks through all of its document's ranges, and one that
 * nobody holds any more is among them until garbage is collected: one for each row would slow the page down.
 */
function rangeOf(document: Document): Range {
  const had = ranges.get(document);
  if (had) return had;
  const made = document.createRange();
  ranges.set(document, made);
  return made;
}

/** A label with a background of its own reaches beyond its text; what lies around more than its text is no label. */
function badgeOf(
  { parentElement }: Text,
  { holder, seen }: { readonly holder: Element | undefined; readonly seen: readonly Box[] },
): readonly Box[] | undefined {
  const [line] = seen;
  if (parentElement === null || parentElement === holder || line === undefined || seen.length > 1)
    return undefined;
  const box = parentElement.getBoundingClientRect();
  const isAround = line.left - box.left <= badgePadding && box.right - line.right <= badgePadding;
  return isAround ? [box] : undefined;
}

function isName(text: string, dealName: string | undefined): boolean {
  const shown = text.trim();
  if (dealName === undefined) return shown.length > 1;
  return shown.length > 0 && (shown === dealName || dealName.startsWith(shown) || shown.startsWith(dealName));
}

function* texts(root: Node): Generator<Text> {
  let left = mostTexts;
  const pending: Node[] = [root];
  for (let next = pending.pop(); next && left > 0; next = pending.pop()) {
    const walker = (next.ownerDocument ?? document).createTreeWalker(
      next,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    );
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
      if (isText(node)) {
        if (node.data.trim() === '') continue;
        left -= 1;
        yield node;
      } else if (node instanceof Element && node.shadowRoot) {
        // Components keep their text in shadow roots of their own.
        pending.push(node.shadowRoot);
      }
    }
  }
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** The anchor's own child that holds a node: its cell. */
function childOf(anchor: Element, node: Node): Element | undefined {
  let at: Node | null = node;
  while (at) {
    const parent: Node | null = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
    if (parent === anchor) return at instanceof Element ? at : undefined;
    at = parent;
  }
  return undefined;
}
