import { isEmptyText } from './is-empty-text';
import { textLimit } from './reading';
import { tidyText } from './tidy-text';

/**
 * A person's name as shown, without a leading "by" ("von" and "af" stay: they are parts of names). `null` where the text says that there is nobody; `undefined` where
 * it is too long for a name.
 *
 * @example parsePerson('by Liv Aagaard ') // 'Liv Aagaard'
 */
export function parsePerson(text: string): string | null | undefined {
  if (isEmptyText(text)) return null;
  const name = tidyText(text)
    .replace(/\n/g, ' ')
    .replace(/^by (?=\p{Lu})/iu, '');
  return name.length > textLimit ? undefined : name;
}
