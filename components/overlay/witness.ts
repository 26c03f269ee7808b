import type { ReadAnchor } from '../../lib/crm/reader-channel';

/**
 * Words that an anchor showed of its deal when it was read, each with the sign on either side: "Roof 1" is not "Roof 17".
 * A virtual list gives its rows to other deals while one scrolls; until the row is read again its marker would stand
 * beside the wrong one. Where none of the words was shown, the whole text stands for them.
 */
export function witnessOf({ text, read }: Pick<ReadAnchor, 'text' | 'read'>): readonly string[] {
  if (text === undefined) return [];
  const { name, number, account } = read.values;
  const words = [name, number, account].flatMap((word) => {
    const at = word ? text.indexOf(word) : -1;
    return word && at >= 0 ? text.slice(Math.max(0, at - 1), at + word.length + 1) : [];
  });
  return words.length > 0 ? words : [text];
}

/** Whether an anchor still shows the deal that was read from it. */
export function stillShows(anchor: Element, witness: readonly string[]): boolean {
  if (witness.length === 0) return true;
  const shown = anchor.textContent;
  return witness.every((word) => shown.includes(word));
}
