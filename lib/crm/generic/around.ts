/**
 * What stands around an element, nearest first: of each place that it lies in, what the place holds besides. The element
 * itself is never searched: a list may hold thousands of rows.
 */
export function* around(element: Element, selector: string): Generator<readonly Element[]> {
  let inner = element;
  for (
    let place = element.parentElement;
    place !== null && place.tagName !== 'HTML';
    place = place.parentElement
  ) {
    const found: Element[] = [];
    for (let child = place.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (child === inner) continue;
      if (child.matches(selector)) found.push(child);
      found.push(...child.querySelectorAll(selector));
    }
    yield found;
    inner = place;
  }
}
