import type { Page } from '../adapter';
import { textOf } from '../dom/text-of';
import { fragmentOf } from './deal-id';
import { subjectOfWords } from './page-subject';
import { isViewWord, viewParams } from './view-scope';

/** Parameters that say how a list is drawn, not what is in it. */
const harmless =
  /^(?:sort|order|dir(?:ection)?|desc|asc|page|p|per|size|limit|offset|start|cursor|lang|language|locale|hl|dates|layout|display|mode|theme|density|columns?|module|entity|etn|object|model|resource|action|utm)(?:[_-]?(?:by|order|dir|direction|size|number|no|page|source|medium|campaign|id))?$/i;
/** A record or a saved view in the path; `v2` or `crm1` is neither. */
const oneThing = /^(?:\d+|(?=.*\d)[\w-]{8,})$/;
const drawing = /sort|order|page|size|per|rows|column|layout|language|sorter|side|antal|seite|zeilen/i;

/**
 * Whether a list may hold less than its tab says, as far as page and address tell: a search, an owner chosen in a filter,
 * the deals of one account. What such a list counts is not the pipeline. In doubt it is narrowed: a total that is not
 * known is better than one that is too small.
 */
export function isNarrowed(page: Page, list: Element): boolean {
  return isNarrowAddress(page.url) || hasChosenFilter(page, list);
}

function isNarrowAddress(url: URL): boolean {
  const [path = '', query = ''] = fragmentOf(url).split('?');
  const parts = [...url.pathname.split('/'), ...path.split('/')].filter(Boolean);
  if (parts.some((part) => oneThing.test(part) || subjectOfWords(part) === 'other')) return true;
  return [...url.searchParams, ...new URLSearchParams(query)].some(
    ([name, value]) => value !== '' && !(viewParams.includes(name) ? isViewWord(value) : harmless.test(name)),
  );
}

/** A choice beside the list that is not its first one, or a box that is ticked. */
function hasChosenFilter({ document }: Page, list: Element): boolean {
  const root = list.closest('main,[role=main]') ?? document.body;
  for (const control of root.querySelectorAll('select,input[type=checkbox],[role=checkbox],[role=switch]')) {
    if (list.contains(control) || control.closest('[hidden],[aria-hidden=true],dialog') !== null) continue;
    const name = `${control.getAttribute('name') ?? ''} ${control.id} ${control.getAttribute('aria-label') ?? ''} ${labelOf(control)}`;
    if (drawing.test(name)) continue;
    if (control instanceof HTMLSelectElement) {
      const chosen = control.selectedOptions[0];
      if (control.selectedIndex > 0 && !/^\d*$/.test(chosen?.textContent?.trim() ?? '')) return true;
    } else if (control instanceof HTMLInputElement ? control.checked : isTicked(control)) return true;
  }
  return false;
}

function isTicked(control: Element): boolean {
  return control.getAttribute('aria-checked') === 'true';
}

function labelOf(control: Element): string {
  const label = control.closest('label');
  return label === null ? '' : textOf(label);
}
