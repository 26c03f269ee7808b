/**
 * The row of headings that stands before something, beside it or beside what surrounds it: the nearest box of which
 * `isRow` holds.
 *
 * @param farthest How many surrounding boxes are asked, the thing itself among them.
 */
export function rowBefore(
  element: Element,
  farthest: number,
  isRow: (row: Element) => boolean,
): Element | undefined {
  let at: Element | null = element;
  for (let up = 0; up < farthest && at !== null; up += 1, at = at.parentElement) {
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling) {
      const row = [before, ...before.querySelectorAll('*')].find(isRow);
      if (row !== undefined) return row;
    }
  }
  return undefined;
}
