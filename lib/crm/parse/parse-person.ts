import { isEmptyText } from './is-empty-text';
import { textLimit } from './reading';
import { splitDate } from './split-date';
import { tidyText } from './tidy-text';

/** A date behind the name, from its figure on or from the word before it (`Dec 31, 2026`). */
const dated = [/^(\D*\p{L}\.?)[, ]+(\d.*)$/u, /^(\D*\p{L}\.?)[, ]+(\p{L}+\.? \d.*)$/u];

/**
 * A person's name as shown, without a leading "by" ("von" and "af" stay: they are parts of names) and without the date of
 * what was done, before or behind it. `null` where the text says that there is nobody; `undefined` where it is too long
 * for a name.
 *
 * @example parsePerson('by Liv Aagaard ') // 'Liv Aagaard'
 * @example parsePerson('Liv Aagaard, 12/31/2026, 2:30 PM') // 'Liv Aagaard'
 */
export function parsePerson(text: string): string | null | undefined {
  if (isEmptyText(text)) return null;
  const said = tidyText(text)
    .replace(/\n/g, ' ')
    .replace(/ ?[<(][^\s<>()]+@[^\s<>()]+[>)]$/, '');
  if (said.length > textLimit) return undefined;
  const by = /^\d.* by (.+)$/i.exec(said)?.[1];
  if (by !== undefined && splitDate(said) !== undefined) return by;
  for (const pattern of dated) {
    const [, name, date = ''] = pattern.exec(said) ?? [];
    if (name !== undefined && splitDate(date) !== undefined) return withoutBy(name);
  }
  return withoutBy(said);
}

function withoutBy(name: string): string {
  return withoutInitials(name.replace(/^by (?=\p{Lu})/iu, ''));
}

/** `LALiv Aagaard`, `LA Liv Aagaard`: the stand-in for a picture before the name. */
function withoutInitials(name: string): string {
  const [, initials = '', rest = ''] = /^(\p{Lu}{2}) ?(\p{Lu}\p{Ll}.*)$/u.exec(name) ?? [];
  const words = rest.split(/[ -]/).filter((word) => /^\p{Lu}/u.test(word));
  return initials !== '' && `${words[0]?.[0]}${words.at(-1)?.[0]}` === initials && words.length > 1
    ? rest
    : name;
}
