/**
 * Whether two elements are drawn by the same template, as the columns or the cards of one board are: one tag, one role,
 * and a class in common where either has any.
 */
export function areAlike(one: Element, other: Element): boolean {
  if (one.tagName !== other.tagName || one.getAttribute('role') !== other.getAttribute('role')) return false;
  if (one.classList.length === 0 && other.classList.length === 0) return true;
  for (const name of one.classList) if (other.classList.contains(name)) return true;
  return false;
}
