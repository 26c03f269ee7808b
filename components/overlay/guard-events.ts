const pointer = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'];
const ours = new Set(['Enter', ' ', 'Escape']);

/**
 * Ends at our own root what the user does to our own controls. A page that saves a row on a press outside it, or that
 * takes Enter for a shortcut, must not act because a marker was used. All other keys go on to the page's shortcuts.
 */
export function guardEvents(inner: HTMLElement): void {
  for (const name of pointer) inner.addEventListener(name, (event) => event.stopPropagation());
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    inner.addEventListener(name, (event) => {
      if (ours.has(event.key)) event.stopPropagation();
    });
  }
}
