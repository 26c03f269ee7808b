import type { DealRead } from '../../lib/deal/deal';

/**
 * Words that an anchor shows of its deal. A virtual list gives its rows to other deals while one scrolls; until the
 * row is read again its marker would stand beside the wrong one. Where none of the words is shown, nothing can be said.
 */
export function witnessOf(anchor: Element, read: DealRead): readonly string[] {
  const shown = anchor.textContent;
  const { name, number, account } = read.values;
  return [name, number, account].filter((word): word is string => !!word && shown.includes(word));
}

/** Whether an anchor still shows the deal that was read from it. */
export function stillShows(anchor: Element, witness: readonly string[]): boolean {
  if (witness.length === 0) return true;
  const shown = anchor.textContent;
  return witness.every((word) => shown.includes(word));
}
