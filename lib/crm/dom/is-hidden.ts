const unseen = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'DIALOG']);
const menus = new Set(['menu', 'menubar', 'listbox', 'tooltip', 'dialog', 'alertdialog']);

/** What frameworks call what they hide, from everybody or from all but screen readers, and what only narrow screens show. */
const hiding =
  /(?:^|\s)(?:hidden|hide|is-hidden|ng-hide|slds-hide|d-none|d-(?:md|lg)-none|(?:md|lg):hidden|visible-xs|sr-only|visually-?hidden|screen-reader-text|slds-assistive-text)(?:\s|$)/;
/** Hidden on narrow screens only. */
const showing = /(?:^|\s)(?:(?:sm|md|lg|xl):(?!hidden)|d-(?:sm|md|lg|xl)-(?!none))/;

/**
 * Whether an element hides its text by itself, as far as its own markup says: no style is computed, for that would force
 * the page's layout. Menus, pop-ups and tooltips count as hidden: what they offer is not the page's content.
 */
export function isHidden(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (unseen.has(tag) && !(tag === 'TEMPLATE' && isShownTemplate(element))) return true;
  // Most elements of a long list have no attribute at all.
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  if (menus.has(element.getAttribute('role') ?? '')) return true;
  const name = element.getAttribute('class');
  if (name !== null && hiding.test(name) && !showing.test(name)) return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Some frameworks draw parts into an element of this name and show it: a parser gives none any children. */
function isShownTemplate(element: Element): boolean {
  const said = `${element.getAttribute('class') ?? ''} ${element.getAttribute('style') ?? ''}`;
  return element.childElementCount > 0 && /\ball:\s*unset|(?:^|\s)contents(?:\s|$)/.test(said);
}
