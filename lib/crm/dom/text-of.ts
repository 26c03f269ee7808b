import { isHidden } from './is-hidden';

const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG TIME TT U VAR WBR'.split(
    ' ',
  ),
);
/** Fields' own text is not content: options offered, values being typed. */
export const fields: ReadonlySet<string> = new Set([
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'SVG',
  'IFRAME',
  'OBJECT',
  'CANVAS',
  'VIDEO',
  'AUDIO',
]);

/**
 * The text of a node as its markup gives it, one entry per line: never `innerText`, which forces a layout. Runs of white
 * space are one space; blocks, `<br>`, `<sup>` and `<sub>` begin a line, and so do figures of two elements that would
 * join to one number (`<b>3</b><i>400</i>`). Hidden parts and form fields are left out.
 */
export function linesOf(node: Node): string[] {
  const only = onlyText(node);
  if (only !== undefined) return asLines([withPlainSpaces(only)]);
  const lines: string[] = [''];
  let last: Node | undefined;
  const visit = (current: Node): void => {
    if (current.nodeType === 3) {
      addText(current);
      return;
    }
    if (current.nodeType !== 1 && current.nodeType !== 11) return;
    const element = current.nodeType === 1 ? (current as Element) : undefined;
    const tag = element?.tagName.toUpperCase() ?? '';
    if (element !== undefined && element !== node && (isHidden(element) || fields.has(tag))) return;
    const isBlock = element !== undefined && element !== node && !inline.has(tag);
    if (isBlock) lines.push('');
    for (let child = current.firstChild; child !== null; child = child.nextSibling) visit(child);
    if (isBlock) lines.push('');
  };
  const addText = (text: Node): void => {
    const more = withPlainSpaces(text.nodeValue ?? '');
    const line = lines[lines.length - 1] ?? '';
    const joins =
      last !== undefined &&
      last.parentNode !== text.parentNode &&
      /\p{Nd}$/u.test(line) &&
      /^\p{Nd}/u.test(more);
    if (joins) lines.push(more);
    else lines[lines.length - 1] = line + more;
    last = text;
  };
  visit(node);
  return asLines(lines);
}

/** {@link linesOf} on one line. */
export function textOf(node: Node): string {
  return linesOf(node).join(' ');
}

/** What stands in an element itself, in none of those within it. */
export function ownText({ childNodes }: Node): string {
  return [...childNodes].map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : '')).join(' ');
}

/** Whether {@link textOf} gives any: a page full of text says so at its first word. */
export function showsText(node: Node): boolean {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return true;
    if (child.nodeType !== 1) continue;
    const element = child as Element; // By its node type.
    if (!isHidden(element) && !fields.has(element.tagName.toUpperCase()) && showsText(element)) return true;
  }
  return false;
}

/**
 * The text of a node that holds nothing else, as most cells of a list do; `undefined` for every other node. What takes
 * one look here takes a walk there.
 */
export function onlyText({ firstChild }: Node): string | undefined {
  const isOnly = firstChild !== null && firstChild.nodeType === 3 && firstChild.nextSibling === null;
  return isOnly ? (firstChild.nodeValue ?? '') : undefined;
}

function asLines(texts: readonly string[]): string[] {
  return texts.map((text) => text.replace(/ {2,}/g, ' ').trim()).filter((text) => text !== '');
}

function withPlainSpaces(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ');
}
