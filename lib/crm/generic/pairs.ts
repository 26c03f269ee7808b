import type { Steps } from '../dom/in-slices';
import { closestDeep, rootsIn } from '../dom/deep-query';
import { textOf } from '../dom/text-of';
import { fieldOfHeading } from './field-of-heading';
import type { Headed } from './guess-columns';
import { subjectOfWords } from './page-subject';
import { rootOf } from './root-of';
import { valueOfLabel } from './value-of-label';

/** A label and the place where its value stands. */
export interface Pair extends Headed {
  readonly label: Element;
  readonly value: Element;
}

/** What stands beside the content. */
export const aside =
  'nav,aside,footer,[role=complementary],[role=navigation],[role=search],[role=dialog],dialog,[hidden],[aria-hidden=true],[role=feed],[role=log],[class*=timeline],[class*=history],[class*=changelog]';
const titles = 'h2,h3,h4,h5,h6,legend';
const leaves = 'label,span,div,p,strong,b,small,h3,h4,h5,h6,legend';

/**
 * Every labelled value below `root`: `dl`, two-column tables, and a short label with its value beside it. Of the last
 * kind only known labels count. What stands beside the content (navigation, related records) is left out.
 *
 * @param isLabel whether a text is a known label; absent: where it names a field
 * @param isOther whether a text is no value, since it is a label itself; absent: where it is a known one
 */
export function* pairsIn(
  root: Element,
  isLabel: (text: string) => boolean = namesField,
  isOther = isLabel,
): Steps<Pair[]> {
  const found: Pair[] = [];
  // Components draw what they show in their own roots.
  const roots = yield* rootsIn(root);
  const finders = [
    ['dt', fromTerm],
    ['tr', fromRow],
    [leaves, fromLabel],
  ] as const;
  for (const [selector, pairsOf] of finders) {
    for (const element of roots.flatMap((one) => [...one.querySelectorAll(selector)])) {
      yield;
      const pairs = pairsOf(element, isLabel, isOther);
      found.push(...pairs.filter(({ value }) => !isAside(value, root) && !isOfAnother(value)));
    }
  }
  return found;
}

/** Beside the content of `root`, which may itself be a dialog over the page. */
function isAside(value: Element, root: Element): boolean {
  const place = closestDeep(value, aside);
  return place !== null && !place.contains(root);
}

/** Of pairs found a while ago those that the page still shows as such. */
export function stillPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(
    ({ label, value, heading }) =>
      label.isConnected && value.isConnected && (heading === '' || textOf(label) === heading),
  );
}

function fromTerm(term: Element): Pair[] {
  const value = term.nextElementSibling ?? descriptionBeside(term);
  // Two values under one label: which is the deal's is not said.
  if (value?.tagName !== 'DD' || value.nextElementSibling?.tagName === 'DD') return [];
  return [{ heading: textOf(term), label: term, value }];
}

/** Where both lie in boxes of their own: in the smallest box that holds another term or description, if it is one of two. */
function descriptionBeside(term: Element): Element | null {
  let box: Element = term;
  while (box.parentElement !== null && box.querySelectorAll('dt,dd').length < 2 && box.tagName !== 'DL')
    box = box.parentElement;
  const [first, second, more] = box.querySelectorAll('dt,dd');
  return first?.tagName === 'DT' && more === undefined ? (second ?? null) : null;
}

function fromRow(
  row: Element,
  isLabel: (text: string) => boolean,
  isOther: (text: string) => boolean,
): Pair[] {
  const cells = [...row.children];
  if (cells.length % 2 === 1 || cells.length > 6) return [];
  return cells.flatMap((label, at) => {
    const value = cells[at + 1];
    if (at % 2 === 1 || value?.tagName !== 'TD') return [];
    const heading = textOf(label);
    // Many draw labels as cells like any other: then only known ones count, and none in a row of headings.
    const isOne = label.tagName === 'TH' || (isLabel(heading) && !isOther(textOf(value)));
    return isOne ? { heading, label, value } : [];
  });
}

function fromLabel(label: Element, isLabel: (text: string) => boolean): Pair[] {
  const hasWords = [...label.children].some((child) => /\p{L}/u.test(child.textContent ?? ''));
  if (
    hasWords ||
    (label.textContent ?? '').length > 60 ||
    label.closest('dl,table,a,button,[role=table],[role=grid],[role=tab]') !== null
  ) {
    return [];
  }
  const heading = textOf(label);
  const value = heading !== '' && isLabel(heading) ? valueOfLabel(label) : undefined;
  return value === undefined ? [] : [{ heading, label, value }];
}

/** Whether a text is the label of a field that deals have. */
export function namesField(text: string): boolean {
  return fieldOfHeading(text) !== undefined;
}

/** In a section about invoices or products, "Amount" is theirs; "Account and people" has the deal's owner. */
function isOfAnother(value: Element): boolean {
  const section = value.closest('section,article,fieldset,[role=region],[role=group]');
  const title = section?.querySelector('h2,h3,h4,legend');
  return (
    title !== null &&
    title !== undefined &&
    /^(?:related|relateret|relaterte|verwandte|zugehörige)/i.test(textOf(title))
  );
}

/** Whether a value stands under a heading about something else than deals: the nearest before it, or that of its section. */
export function isUnderOther({ value }: Pick<Pair, 'value'>): boolean {
  const section = value.closest('section,article,fieldset,[role=region],[role=group]');
  const titles = [section?.querySelector('h2,h3,h4,legend'), titleBefore(value)];
  return titles.some((title) => title && subjectOfWords(textOf(title)) === 'other');
}

/** The heading of the box that a value lies in: the last one before it there. The page's first one is the deal's name. */
function titleBefore(value: Element): Element | undefined {
  const first = rootOf(value.ownerDocument).querySelector(`h1,${titles}`);
  let at: Element | null = value;
  for (let up = 0; up < 6 && at !== null; up += 1, at = at.parentElement)
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling) {
      const title = before.matches(titles) ? before : [...before.querySelectorAll(titles)].at(-1);
      if (title !== undefined && title !== first) return title;
    }
  return undefined;
}
