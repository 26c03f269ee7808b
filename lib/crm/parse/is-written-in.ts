import { foldWord } from './fold-word';
import { tidyText } from './tidy-text';

const styles: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'short' },
  { dateStyle: 'medium' },
  { dateStyle: 'long' },
  { dateStyle: 'full' },
  { day: 'numeric', month: 'numeric', year: 'numeric' },
];

/**
 * Whether a date's text is one that the language itself would write for that day, as evidence that the page really is in
 * that language. Dates with slashes or in ISO form prove nothing: too many languages write them.
 *
 * @param date `YYYY-MM-DD`
 * @example isWrittenIn('31. Dez. 2026', '2026-12-31', 'de') // true
 */
export function isWrittenIn(text: string, date: string, language: string): boolean {
  if (/[/]|^\d{4}-/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const instant = Date.UTC(year, month - 1, day);
  const said = plain(text);
  const tags = language.toLowerCase() === 'en' ? ['en-US', 'en-GB'] : [language];
  try {
    return tags.some((tag) => formatsOf(tag).some((format) => plain(format.format(instant)) === said));
  } catch {
    return false;
  }
}

const made = new Map<string, readonly Intl.DateTimeFormat[]>();

/** Making a formatter is slow, and a page is asked about again at every change. */
function formatsOf(tag: string): readonly Intl.DateTimeFormat[] {
  const formats =
    made.get(tag) ?? styles.map((style) => new Intl.DateTimeFormat(tag, { ...style, timeZone: 'UTC' }));
  made.set(tag, formats);
  return formats;
}

/** Without leading noughts and without the dots after shortened names, which platforms write or not. */
function plain(text: string): string {
  return foldWord(tidyText(text))
    .replace(/\b0(?=\d)/g, '')
    .replace(/(\p{L})\./gu, '$1');
}
