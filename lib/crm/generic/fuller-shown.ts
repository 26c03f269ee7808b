import { textOf } from '../dom/text-of';
import { figureDates } from '../parse/figure-dates';
import { isoDate } from '../parse/iso-date';
import { splitDate } from '../parse/split-date';
import { isDateField, isPersonField } from './field-kinds';
import type { GenericField } from './fields';
import { shownAt, type Shown } from './shown';

const share = /\s*\(\d{1,3} ?%\)$/;
const struck = 'del,s,strike';
/** More titles than this in one place say nothing of it. */
const most = 8;

/**
 * What a place shows now, without what is struck through in it, and with what else it says of the same: the year of a day
 * that is written without one, by a title that shows on hovering and agrees with it; a person without the address below;
 * and a stage without the chance of winning that stands behind its name in an element of its own. The title of a picture is
 * nobody's name: it may as well say what a click does.
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
  for (const empty of rest.querySelectorAll('time:empty')) empty.remove();
  const now = shownAt(rest);
  return now.lines.length === 0 ? shown : { ...now, isEdited: shown.isEdited };
}

function namedIn(place: Element, { lines, raw }: Shown): string[] | undefined {
  const text = lines.join(' ');
  // An address below the name may stand right behind it in the markup.
  if (raw !== undefined || !text.includes('@')) return undefined;
  const leaves = [...place.querySelectorAll('*')].filter((one) => one.childElementCount === 0);
  const [only, ...others] = leaves.map(textOf).filter((one) => one !== '' && !one.includes('@'));
  return only !== undefined && others.length === 0 && text.startsWith(only) ? [only] : undefined;
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
