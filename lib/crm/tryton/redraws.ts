import type { Page } from '../adapter';
import { trytonAddress } from './address';
import { mainForm, paneOf } from './pane';

/**
 * Tells whether a form has been drawn for the deal that the address names. From one deal to the next the address goes
 * first, and the old deal's values stay under the new id until the server has answered, however long that takes;
 * nothing shows it but that SAO rewrites the number's `readonly` each time it draws the form. From a list the address
 * comes last, after the form was drawn.
 */
export function createRedraws() {
  const watched = new WeakSet<Node>();
  let place = '';
  let isWaiting = false;

  function goTo(url: URL): void {
    const { model, id } = trytonAddress(url) ?? {};
    const next = `${model ?? ''}/${id ?? ''}`;
    if (next !== place && id !== undefined && /\/\d+$/.test(place)) isWaiting = true;
    if (id === undefined) isWaiting = false;
    place = next;
  }

  function watchNumber({ document, ended }: Page): void {
    const pane = paneOf(document);
    const number = (pane && mainForm(pane))?.querySelector('input[name="number"]') ?? null;
    if (number === null || watched.has(number)) return;
    watched.add(number);
    const observer = new MutationObserver(() => (isWaiting = false));
    observer.observe(number, { attributes: true, attributeFilter: ['readonly'] });
    ended.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  return {
    /**
     * Notes where the page is, and from now on where it goes: somebody may have moved on to the next deal before any
     * look was taken at the one before.
     */
    follow(page: Page): void {
      const view = page.document.defaultView;
      if (view !== null && !watched.has(page.document)) {
        watched.add(page.document);
        const move = () => {
          goTo(new URL(view.location.href));
          watchNumber(page);
        };
        view.addEventListener('hashchange', move, { signal: page.ended });
      }
      goTo(page.url);
      watchNumber(page);
    },
    /** Whether the form in front is drawn for the place that was noted last. */
    isDrawn: () => !isWaiting,
  };
}

/** The watch over this page's forms. */
export const redraws = createRedraws();
