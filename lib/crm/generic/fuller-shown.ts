import { textOf } from '../dom/text-of';
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
/** More titles than this in one place say nothing of it. */
const most = 8;

/**
 * What a place shows, with what else it says of the same: whom a picture or its initials stand for, the year of a day that
 * is written without one, both by the title that shows on hovering; and a stage without the chance of winning that stands
 * behind its name in an element of its own. A title counts only where it agrees with what is shown.
 */
export function fullerShown(field: GenericField | undefined, place: Element, shown: Shown): Shown {
  const last = shown.lines.at(-1) ?? '';
  const lines =
    field === 'stage' && share.test(last) && isApart(place, last)
      ? [...shown.lines.slice(0, -1), last.replace(share, '')].filter(Boolean)
      : isPersonField(field) && (shown.isPicture || initials.test(shown.lines.join(' ')))
        ? personIn(place, shown.lines.join(''))
        : isDateField(field)
          ? dayIn(place, shown.lines.join(' '))
          : undefined;
  if (lines === undefined || shown.isField === true) return shown;
  const { raw: _, ...rest } = shown;
  return { ...rest, lines, isPicture: false };
}

/** Whether the share at the end of a text is all that some element shows. */
function isApart(place: Element, text: string): boolean {
  const said = share.exec(text)?.[0].trim();
  return [...place.querySelectorAll('*')].some((one) => textOf(one) === said);
}

function personIn(place: Element, shown: string): string[] | undefined {
  const named = titlesIn(place).filter((title) => person.test(title) && !unnamed.test(title));
  const [only, ...others] = new Set(named);
  if (only === undefined || others.length > 0) return undefined;
  const words = only.split(' ');
  const letters = [...shown];
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
