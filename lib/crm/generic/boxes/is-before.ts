/** Whether one element stands before another on the page; false where one of them is not there. */
export function isBefore(one: Element | undefined, other: Element | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
