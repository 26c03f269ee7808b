import { isHidden } from './is-hidden';

const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG TIME TT U VAR WBR'.split(
    ' ',
  ),
);
/** Fields' own text is not content: options offered, values being typed. */
const fields = new Set([
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
    for (const child of current.childNodes) visit(child);
    if (isBlock) lines.push('');
  };
  const addText = (text: Node): void => {
    const more = (text.nodeValue ?? '').replace(/[^\S\u00a0\u202f]+/g, ' ');
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
  return lines.map((line) => line.replace(/ {2,}/g, ' ').trim()).filter((line) => line !== '');
}

/** {@link linesOf} on one line. */
export function textOf(node: Node): string {
  return linesOf(node).join(' ');
}
