import { textOf } from '../dom/text-of';
import { fieldOfHeading } from './field-of-heading';
import type { Headed } from './guess-columns';
import { subjectOfWords } from './page-subject';

/** A label and the place where its value stands. */
export interface Pair extends Headed {
  readonly value: Element;
}

const aside =
  'nav,aside,footer,[role=complementary],[role=navigation],[role=search],[role=dialog],dialog,[hidden],[aria-hidden=true]';
const leaves = 'label,span,div,p,strong,b,small,h3,h4,h5,h6,legend';

/**
 * Every labelled value below `root`: `dl`, two-column tables, and a short label with its value beside it. Of the last
 * kind only known labels count. What stands beside the content (navigation, related records) is left out.
 */
export function pairsIn(root: Element): Pair[] {
  const pairs = [...fromLists(root), ...fromTables(root), ...fromLabels(root)];
  return pairs.filter(({ value }) => value.closest(aside) === null && !isOfAnother(value));
}

function fromLists(root: Element): Pair[] {
  return [...root.querySelectorAll('dt')].flatMap((term) => {
    const value = term.nextElementSibling;
    // Two values under one label: which is the deal's is not said.
    if (value?.tagName !== 'DD' || value.nextElementSibling?.tagName === 'DD') return [];
    return { heading: textOf(term), value };
  });
}

function fromTables(root: Element): Pair[] {
  return [...root.querySelectorAll('tr')].flatMap((row) => {
    const cells = [...row.children];
    const isPairs =
      cells.length % 2 === 0 && cells.every((cell, at) => cell.tagName === (at % 2 === 0 ? 'TH' : 'TD'));
    if (!isPairs) return [];
    return cells.flatMap((cell, at) => {
      const value = cells[at + 1];
      return at % 2 === 0 && value !== undefined ? { heading: textOf(cell), value } : [];
    });
  });
}

function fromLabels(root: Element): Pair[] {
  return [...root.querySelectorAll(leaves)].flatMap((label) => {
    if (
      label.childElementCount > 0 ||
      (label.textContent ?? '').length > 60 ||
      label.closest('dl,table,a,button,[role=table],[role=grid],[role=tab]') !== null
    ) {
      return [];
    }
    const heading = textOf(label);
    const value = fieldOfHeading(heading) === undefined ? undefined : valueBeside(label);
    return value === undefined ? [] : { heading, value };
  });
}

function valueBeside(label: Element): Element | undefined {
  const target = label.getAttribute('for');
  const labelled = target === null ? null : label.ownerDocument.getElementById(target);
  if (labelled !== null) return labelled;
  const beside =
    label.nextElementSibling ??
    (label.parentElement?.childElementCount === 1 ? label.parentElement.nextElementSibling : null);
  if (beside === null || beside.nextElementSibling !== null) return undefined;
  // A label beside a label: a row of headings.
  return fieldOfHeading(textOf(beside)) === undefined ? beside : undefined;
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

/** Whether a value stands under a heading about something else than deals. */
export function isUnderOther({ value }: Pair): boolean {
  const title = value
    .closest('section,article,fieldset,[role=region],[role=group]')
    ?.querySelector('h2,h3,h4,legend');
  return title !== null && title !== undefined && subjectOfWords(textOf(title)) === 'other';
}
