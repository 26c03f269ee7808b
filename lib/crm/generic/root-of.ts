/** The part of the page that holds its content: the visible `main`, else the body. */
export function rootOf(document: Document): Element {
  const mains = [...document.querySelectorAll('main,[role=main]')];
  const shown = mains.find((main) => main.closest('[hidden],[aria-hidden=true]') === null);
  return shown ?? document.body ?? document.documentElement;
}
