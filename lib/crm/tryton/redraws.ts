import type { Page } from '../adapter';
import { trytonAddress } from './address';

/**
 * Tells whether a form has been drawn for the deal that the address names. From one deal to the next the address goes
 * first, and the old deal's values stay under the new id until the server has answered, however long that takes;
 * nothing shows it but that SAO rewrites the number's `readonly` each time it draws the form. From a list the address
 * comes last, after the form was drawn.
 */
function createRedraws() {
  const watched = new WeakSet<Node>();
  let place = '';
  let isWaiting = false;

  function follow(page: Page): void {
    const { model, id } = trytonAddress(page.url) ?? {};
    const next = `${model ?? ''}/${id ?? ''}`;
    if (next !== place && id !== undefined && /\/\d+$/.test(place)) isWaiting = true;
    if (id === undefined) isWaiting = false;
    place = next;
  }

  return {
    isDrawn(page: Page, form: Element): boolean {
      const view = page.document.defaultView;
      if (view !== null && !watched.has(page.document)) {
        watched.add(page.document);
        view.addEventListener('hashchange', () => follow({ ...page, url: new URL(view.location.href) }), {
          signal: page.ended,
        });
      }
      follow(page);
      const number = form.querySelector('input[name="number"]');
      if (number !== null && !watched.has(number)) {
        watched.add(number);
        const observer = new MutationObserver(() => (isWaiting = false));
        observer.observe(number, { attributes: true, attributeFilter: ['readonly'] });
        page.ended.addEventListener('abort', () => observer.disconnect(), { once: true });
      }
      return !isWaiting;
    },
  };
}

/** The watch over this page's forms. */
export const redraws = createRedraws();
