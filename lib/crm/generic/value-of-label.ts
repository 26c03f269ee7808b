import { isHidden } from '../dom/is-hidden';
import { fields, ownText, textOf } from '../dom/text-of';
import { areAlike } from './alike';
import { isDateField, isNumberField } from './field-kinds';
import { fieldOfHeading } from './field-of-heading';
import { isStageName } from './words/is-stage-name';

/** How far around a label its value may stand. */
const farthest = 3;

/**
 * Where the value of a label stands: at the place that it names, in the text right behind it (the place of both is
 * returned), above it in a box of two, or in the only place after it that shows something, beside it or beside what holds nothing else. A place that
 * shows nothing is an empty value. `undefined` where several places follow, or another label.
 */
export function valueOfLabel(label: Element): Element | undefined {
  const target = label.getAttribute('for');
  const labelled = target === null ? null : label.ownerDocument.getElementById(target);
  if (labelled !== null) return labelled;
  let at = label;
  for (let up = 0; up < farthest; up += 1) {
    const { parentElement: parent, nextElementSibling: beside, previousElementSibling: before } = at;
    if (parent === null || (before !== null && up > 0 && shows(before))) return undefined;
    if (/[^\s:]/.test(ownText(parent))) return holdsOnly(parent, label) ? parent : undefined;
    const above = up === 0 ? valueAbove(label) : undefined;
    if (above !== undefined) return above;
    const [value, ...others] = shownAfter(at);
    // The last of three tabs is no value of the second.
    if (up === 0 && value && before && areAlike(before, label) && areAlike(label, value)) return undefined;
    const isValue =
      value !== undefined &&
      (!(isLabelled(value) || isSection(label, value)) || (up === 0 && isStageOf(label, value)));
    if (value !== undefined) return others.length === 0 && isValue ? value : undefined;
    if (beside !== null && up === 0 && areButtonValues(label)) return beside;
    const { nextElementSibling: around } = parent;
    // Beside some labels there is an empty place for a mark of help, and the value stands around the corner.
    const isMark = beside !== null && around !== null && !areAlike(parent, around);
    // A mark or a button is no value.
    if (beside !== null && !isMark) return textOf(beside) === '' ? beside : undefined;
    at = parent;
  }
  return undefined;
}

/** Whether a place holds text and the label, and nothing else but the break between them. */
function holdsOnly(place: Element, label: Element): boolean {
  return [...place.children].every((child) => child === label || child.tagName === 'BR');
}

/**
 * Some boxes show the value first and below it what it is. So they all do: a box of two, the second of which is a known
 * label and the first is none, in a row of such boxes with at least two known labels.
 */
function valueAbove(label: Element): Element | undefined {
  const { parentElement: box, previousElementSibling: value } = label;
  if (box === null || value === null || !isTile(box) || box.lastElementChild !== label) return undefined;
  const beside = [...(box.parentElement?.children ?? [])].filter((one) => areAlike(one, box));
  const labels = beside.filter((one) => names(one.lastElementChild));
  return labels.length >= 2 && beside.every((one) => isTile(one) && !names(one.firstElementChild))
    ? value
    : undefined;
}

function isTile(box: Element): boolean {
  return box.childElementCount === 2 && ownText(box).trim() === '';
}

function names(place: Element | null): boolean {
  return place !== null && fieldOfHeading(textOf(place)) !== undefined;
}

/** What follows in the same place and shows text or a field; buttons to edit it do not count. */
function shownAfter(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.nextElementSibling; at !== null; at = at.nextElementSibling)
    if (!isHidden(at) && !at.matches('button,[role=button]') && shows(at)) found.push(at);
  return found;
}

function shows(element: Element): boolean {
  return (
    fields.has(element.tagName.toUpperCase()) ||
    // The star of a field that must be filled, or a mark of help.
    !/^[*?:]?$/.test(textOf(element)) ||
    element.querySelector('input,select,textarea') !== null
  );
}

/** `Etapa: Negociação`: the word for a deal is a stage's, too. */
function isStageOf(label: Element, value: Element): boolean {
  const field = fieldOfHeading(textOf(label))?.field;
  const text = textOf(value);
  const isStage = field === 'stage' || field === 'status';
  return isStage && fieldOfHeading(text)?.field === 'name' && isStageName(text);
}

/**
 * Values to be clicked for editing are buttons to some: in a column of such rows, most of them with a text of its own. Only
 * amounts, days and known names of stages tell themselves from what a click does.
 */
function areButtonValues(label: Element): boolean {
  const row = label.parentElement;
  const value = label.nextElementSibling;
  if (row === null || value === null || row.lastElementChild !== value) return false;
  const field = fieldOfHeading(textOf(label))?.field;
  const isTold =
    field === 'stage' || field === 'status'
      ? isStageName(textOf(value))
      : isDateField(field) || (field !== undefined && isNumberField(field));
  if (!isTold) return false;
  const texts = [...(row.parentElement?.children ?? [])].flatMap((one) => {
    const last = one.lastElementChild;
    return areAlike(one, row) && last?.matches('button,[role=button]') === true ? textOf(last) : [];
  });
  const isDistinct = texts.length > 2 && new Set(texts).size * 3 > texts.length * 2;
  return isDistinct && texts.some((text) => /\d/.test(text));
}

/**
 * "Company" may head a section with labels of its own. Below an amount, a date or a stage such labels make two values a
 * question, which must stay one.
 */
function isSection(label: Element, value: Element): boolean {
  const field = fieldOfHeading(textOf(label))?.field;
  return (field === 'account' || field === 'product') && value.querySelectorAll('label,dt').length > 1;
}

/** A label itself, or a place that begins with one: the next field, after one without any value. */
function isLabelled(value: Element): boolean {
  let first = value;
  while (first.firstElementChild !== null) first = first.firstElementChild;
  return [value, first].some((place) => fieldOfHeading(textOf(place)) !== undefined);
}
