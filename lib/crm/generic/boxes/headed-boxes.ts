import type { Steps } from '../../dom/in-slices';
import { ownText, textOf } from '../../dom/text-of';
import { areAlike } from '../alike';
import type { Card } from './find-cards';
import { arePlainHeadings } from '../plain-headings';

const deepest = 4;
/** No heading has more text, with all its spaces and hidden words. */
const longest = 300;
/** A page with more boxes than this is not searched. */
const most = 20_000;

/**
 * Rows of plain boxes that bear no mark of a deal, by the row of headings above them: what follows it, or follows what
 * surrounds it, as boxes of one kind.
 */
export function* headedBoxes(root: Element): Steps<readonly Card[]> {
  const all = root.querySelectorAll('div,ul,ol,li,header,section');
  if (all.length > most) return [];
  for (const box of all) {
    if (box.childElementCount < 3 || box.childElementCount > 40) continue;
    yield;
    // A heading is short: to ask a box that holds half the page for its text takes long.
    if ([...box.children].some(({ textContent }) => (textContent ?? '').length > longest)) continue;
    if (!arePlainHeadings([...box.children].map(textOf))) continue;
    const rows = rowsAfter(box);
    if (rows.length > 0)
      return rows.map((element) => ({ element, list: element.parentElement ?? root, mark: element }));
  }
  return [];
}

function rowsAfter(heading: Element): readonly Element[] {
  let at = heading;
  for (let up = 0; up < deepest; up += 1) {
    const { nextElementSibling: next, parentElement: parent } = at;
    if (next !== null) {
      const width = heading.childElementCount;
      const after: Element[] = [];
      for (let one: Element | null = next; one !== null; one = one.nextElementSibling) after.push(one);
      const lists = [after, ...after.map(({ children }) => [...children])].map(withoutTools);
      return lists.find((rows) => areRows(rows, width)) ?? [];
    }
    if (parent === null) return [];
    at = parent;
  }
  return [];
}

/** Behind the rows there may be a place to add another one: what says that much only is no row. */
function withoutTools(boxes: readonly Element[]): readonly Element[] {
  const texts = (box: Element) =>
    [box, ...box.querySelectorAll('*')].filter((one) => ownText(one).trim() !== '');
  const last = boxes.findLastIndex((box) => texts(box).length > 1);
  return boxes.slice(0, last + 1);
}

/** Boxes of one kind, in each of which as many cells lie side by side as there are headings, and at one place only. */
function areRows(rows: readonly Element[], width: number): boolean {
  const [first] = rows;
  if (first === undefined || !rows.every((row) => areAlike(row, first))) return false;
  return rows.every(
    (row) =>
      [row, ...row.querySelectorAll('*')].filter((box) => box.childElementCount === width).length === 1,
  );
}
