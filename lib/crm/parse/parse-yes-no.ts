import { foldWord } from './fold-word';

const yes = new Set('yes|ja|oui|si|sim|true'.split('|'));
const no = new Set('no|nej|nein|non|nee|nao|false'.split('|'));

/**
 * A yes or a no in nine languages; `undefined` for anything else.
 *
 * @example parseYesNo('Ja') // true
 */
export function parseYesNo(text: string): boolean | undefined {
  const word = foldWord(text.slice(0, 20));
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}
