/** The SAO tab in front; the others stay in the document. */
export function paneOf(document: Document): Element | null {
  return document.querySelector('#tabcontent > .tab-pane.active');
}

/** The list of the pane itself: a form holds lists too (its lines, its sales). */
export function listTable(pane: Element): Element | null {
  return (
    [...pane.querySelectorAll('.treeview > table.tree')].find((table) => table.closest('.form') === null) ??
    null
  );
}

/** The form of the pane itself. */
export function mainForm(pane: Element): Element | null {
  return pane.querySelector('.form');
}

/** The message bar under the toolbar, as long as it says that something went well. */
export function isSavedShown(pane: Element): boolean {
  const bar = pane.querySelector<HTMLElement>('.infobar.alert-info');
  return bar !== null && bar.style.display !== 'none' && bar.textContent.trim() !== '';
}

/**
 * The currency of the user's company, which is that of its opportunities: the page's head says `Alma Brink [USD]`.
 * It is the only place where a page names a code; everywhere else stands a sign.
 */
export function companyCurrency(document: Document): string | undefined {
  const text = document.querySelector('#user-preferences > a')?.textContent ?? '';
  return /\[([A-Z]{3})\]\s*$/.exec(text)?.[1];
}
