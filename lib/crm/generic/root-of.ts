/** The part of the page that holds its content: the visible `main`, else the body. */
export function rootOf(document: Document): Element {
  // Found without a search of the page, which may hold thousands of rows; few pages name their part by its role.
  const mains = [...document.getElementsByTagName('main')];
  const shown = mains.find(isShown) ?? [...document.querySelectorAll('[role=main]')].find(isShown);
  return shown ?? document.body ?? document.documentElement;
}

function isShown(main: Element): boolean {
  return main.closest('[hidden],[aria-hidden=true]') === null;
}

/** Dialogs that stand open over the page, the uppermost first: some CRMs show a record in one. */
export function dialogsOver(document: Document): readonly Element[] {
  return [...document.querySelectorAll('[role=dialog],dialog[open]')]
    .filter((one) => isShown(one) && isDrawn(one))
    .toReversed();
}

function isDrawn(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/display\s*:\s*none/i.test(at.getAttribute('style') ?? '')) return false;
  return true;
}
