import { isWeekday } from './is-weekday';
import { monthOf } from './month-of';
import { foldWord } from './fold-word';
import { textLimit } from './reading';
import { remember } from './remember';
import { tidyText } from './tidy-text';

/** What is written after the date. `clock` is `HH:MM`; `zone` is `Z` or `+02:00`, absent where none is written. */
export interface WrittenTime {
  readonly clock: string;
  readonly zone?: string;
}

export type DateParts = { readonly time?: WrittenTime } & (
  | { readonly kind: 'certain'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'figures'; readonly slots: readonly [string, string, string]; readonly sign: string }
  | { readonly kind: 'without-year' }
);

const fillers = new Set('de del den d of the le el il la the on am um af kl'.split(' '));
const clockAtEnd =
  /(?:^|[ ,T\n]) ?(?:(?:at|kl\.?|um|à|om|alle|às|ore|@|-|\|) ?)?(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)( ?[ap]\.?m\.?)?(?: ?(?:uhr|h))?(?: ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;

/**
 * Takes a written date apart without deciding what its figures mean. Understands ISO dates, all-figures dates, month
 * names of {@link monthOf}'s languages, a weekday before, a time after and ` by somebody` at the end.
 * `undefined` where anything else is in the text, or two dates. Linear.
 *
 * @example splitDate('31. dec. 2026 kl. 14.30') // { kind: 'certain', year: 2026, month: 12, day: 31, time: { clock: '14:30' } }
 * @example splitDate('05/03/2026') // { kind: 'figures', slots: ['05', '03', '2026'], sign: '/' }
 */
export function splitDate(text: string): DateParts | undefined {
  return known(text.slice(0, textLimit + 1));
}

const known = remember(split);

function split(text: string): DateParts | undefined {
  const tidy = tidyText(text).replace(/\n/g, ' ');
  if (tidy.length > textLimit) return undefined;
  const said = tidy.replace(/(\d|[ap]\.?m\.?) (?:by|af|von|par|por|av|door|da) [^\d]*$/i, '$1');
  const ending = clockAtEnd.exec(said);
  const time = ending === null ? undefined : writtenTime(ending);
  if (ending !== null && time === undefined) return undefined;
  const date = (ending === null ? said : said.slice(0, ending.index)).replace(/[ ,]+$/, '');
  const parts = inFigures(date) ?? inWords(date);
  return parts === undefined || time === undefined ? parts : { ...parts, time };
}

function writtenTime([, hours, minutes, , half, zone]: RegExpExecArray): WrittenTime | undefined {
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return undefined;
  const clock = `${String(hour).padStart(2, '0')}:${minutes}`;
  if (zone === undefined) return { clock };
  return { clock, zone: /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2') };
}

function inFigures(date: string): DateParts | undefined {
  const first = /^(\d{4})([-/.]|年) ?(\d{1,2})(?:\2|月) ?(\d{1,2})[.日]?$/.exec(date);
  if (first !== null) return certain(Number(first[1]), Number(first[3]), Number(first[4]));
  const bare = date.replace(/^(\p{L}+)\.?,? (?=\d)/u, (all, word: string) => (isFiller(word) ? '' : all));
  const last = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})\.?$/.exec(bare);
  if (last === null) return undefined;
  const [, a = '', sign = '', b = '', c = ''] = last;
  return { kind: 'figures', slots: [a, b, c], sign };
}

function inWords(date: string): DateParts | undefined {
  const named: { month: number; isWeekday: boolean }[] = [];
  const figures: string[] = [];
  // `1er`, `31st`, `1º`: the ending says nothing more.
  const words = foldWord(date)
    .replace(/(\d)(?:st|nd|rd|th|er|o|a|º|ª)(?=[ .,]|$)/g, '$1')
    .split(/[ ,./-]+/);
  for (const word of words) {
    const month = monthOf(word);
    if (/^'?\d{1,4}$/.test(word)) figures.push(word.replace("'", ''));
    else if (month !== undefined) named.push({ month, isWeekday: isWeekday(word) });
    else if (word !== '' && !isFiller(word)) return undefined;
  }
  // `mar 5 dic 2026`: "mar" is a Tuesday there.
  const [only, ...others] = named.length > 1 ? named.filter(({ isWeekday }) => !isWeekday) : named;
  if (only === undefined || others.length > 0 || figures.length > 2) return undefined;
  if (figures.length < 2) return figures.length === 1 ? { kind: 'without-year' } : undefined;
  const [a = '', b = ''] = figures;
  const [day, year] = a.length === 4 ? [b, a] : [a, b];
  if (day.length > 2 || year.length === 1 || year.length === 3) return undefined;
  return certain(year.length === 2 ? 2000 + Number(year) : Number(year), only.month, Number(day));
}

function isFiller(word: string): boolean {
  const folded = foldWord(word).replace(/\.$/, '');
  return fillers.has(folded) || isWeekday(folded);
}

function certain(year: number, month: number, day: number): DateParts {
  return { kind: 'certain', year, month, day };
}
