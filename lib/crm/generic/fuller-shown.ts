import { linesOf, textOf } from '../dom/text-of';
import { figureDates } from '../parse/figure-dates';
import { isoDate } from '../parse/iso-date';
import { splitDate } from '../parse/split-date';
import { isDateField, isPersonField } from './field-kinds';
import type { GenericField } from './fields';
import type { Shown } from './shown';

const share = /\s*\(\d{1,3} ?%\)$/;
const initials = /^\p{Lu}{1,3}$/u;
/** Two to four words, as names are written. */
const person =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:de|da|dos|van|von|der|den|di|del|la|le|al|bin)\b)*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;
/** What pictures of persons are called where nobody has named them, and what a click on them does. */
const unnamed =
  /avatar|photo|foto|picture|image|bild|billede|profil|user|owner|logo|icon|assign|person|people|contact|\b(?:add|not|no|none|change|select|open|view|edit|remove)\b/i;
const struck = 'del,s,strike';
/** More titles than this in one place say nothing of it. */
const most = 8;

/**
 * What a place shows, with what else it says of the same: whom a picture or its initials stand for, the year of a day that
 * is written without one, both by the title that shows on hovering; and a stage without the chance of winning that stands
 * behind its name in an element of its own. A title counts only where it agrees with what is shown.
 */
export function fullerShown(field: GenericField | undefined, place: Element, shown: Shown): Shown {
  const valid = withoutStruck(place, shown);
  const last = valid.lines.at(-1) ?? '';
  const lines =
    field === 'stage' && share.test(last) && isApart(place, last)
      ? [...valid.lines.slice(0, -1), last.replace(share, '')].filter(Boolean)
      : isPersonField(field)
        ? namedIn(place, valid)
        : isDateField(field)
          ? dayIn(place, valid.lines.join(' '))
          : undefined;
  if (lines === undefined || valid.isField === true) return valid;
  const { raw: _, ...rest } = valid;
  return { ...rest, lines, isPicture: false };
}

/** Whether the share at the end of a text is all that some element shows. */
function isApart(place: Element, text: string): boolean {
  const said = share.exec(text)?.[0].trim();
  return [...place.querySelectorAll('*')].some((one) => textOf(one) === said);
}

/** What is struck through was so before. */
function withoutStruck(place: Element, shown: Shown): Shown {
  if (shown.raw !== undefined || place.querySelector(struck) === null) return shown;
  const rest = place.cloneNode(true) as Element; // As what it copies.
  for (const old of rest.querySelectorAll(struck)) old.remove();
  const lines = linesOf(rest);
  return lines.length === 0 ? shown : { ...shown, lines };
}

function namedIn(place: Element, { lines, isPicture, raw }: Shown): string[] | undefined {
  const text = lines.join(' ');
  if (isPicture || initials.test(text)) return personIn(place, lines.join(''));
  // An address below the name may stand right behind it in the markup.
  if (raw !== undefined || !text.includes('@')) return undefined;
  const leaves = [...place.querySelectorAll('*')].filter((one) => one.childElementCount === 0);
  const [only, ...others] = leaves.map(textOf).filter((one) => one !== '' && !one.includes('@'));
  return only !== undefined && others.length === 0 && text.startsWith(only) ? [only] : undefined;
}

function personIn(place: Element, shown: string): string[] | undefined {
  const named = titlesIn(place).filter((title) => person.test(title) && !unnamed.test(title));
  const [only, ...others] = new Set(named);
  if (only === undefined || others.length > 0) return undefined;
  const words = only.split(' ');
  const letters = Array.from(shown);
  const isOf = words[0]?.[0] === letters[0] && (letters.length < 2 || words.at(-1)?.[0] === letters.at(-1));
  return shown === '' || isOf ? [only] : undefined;
}

/** The day of a title, where it has the month and the day that are shown. */
function dayIn(place: Element, text: string): string[] | undefined {
  const parts = splitDate(text);
  if (parts?.kind !== 'without-year') return undefined;
  const end = isoDate(2000, parts.month, parts.day)?.slice(4);
  const days = titlesIn(place).flatMap((title) => {
    const full = splitDate(title);
    if (full?.kind === 'certain') return isoDate(full.year, full.month, full.day) ?? [];
    return full?.kind === 'figures' && full.slots[2].length === 4
      ? [...figureDates(full.slots).values()]
      : [];
  });
  const [only, ...others] = new Set(days.filter((day) => day.slice(4) === end));
  return only === undefined || others.length > 0 ? undefined : [only];
}

function titlesIn(place: Element): readonly string[] {
  const all = [place, ...place.querySelectorAll('[title],[alt],[aria-label]')].slice(0, most);
  return all.flatMap((one) =>
    ['title', 'alt', 'aria-label'].flatMap((name) => one.getAttribute(name)?.trim() || []),
  );
}
