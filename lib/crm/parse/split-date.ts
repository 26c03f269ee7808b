import { isWeekday } from './is-weekday';
import { monthOf } from './month-of';
import { foldWord } from './fold-word';
import { textLimit } from './reading';
import { remember } from './remember';
import { splitClock, type WrittenTime } from './split-clock';
import { tidyText } from './tidy-text';

export type DateParts = { readonly time?: WrittenTime } & (
  | { readonly kind: 'certain'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'figures'; readonly slots: readonly [string, string, string]; readonly sign: string }
  | { readonly kind: 'without-year'; readonly month: number; readonly day: number }
  | { readonly kind: 'without-day' }
);

const fillers = new Set('de del den d of the le el il la the on am um af kl'.split(' '));

/**
 * Takes a written date apart without deciding what its figures mean. Understands ISO dates, all-figures dates, month
 * names of {@link monthOf}'s languages, a weekday before, a time after, and who did it: ` by somebody` at the end or
 * `Some Body, ` before. `undefined` where anything else is in the text, or two dates. Linear.
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
  const said = tidy.replace(/(\d|[ap]\.? ?m\.?) (?:by|af|von|par|por|av|door|da|przez) [^\d]*$/i, '$1');
  const whole = wholeDate(said);
  if (whole !== undefined) return whole;
  const person = /^\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){1,3}, (?=\S)/u.exec(said)?.[0];
  return person === undefined ? undefined : wholeDate(said.slice(person.length));
}

function wholeDate(said: string): DateParts | undefined {
  // First: `05.03.26` is a day, and no time of five.
  const figures = inFigures(said);
  if (figures !== undefined) return figures;
  const clock = splitClock(said);
  if (clock === undefined) return undefined;
  const parts = inFigures(clock.rest) ?? inWords(clock.rest);
  return parts === undefined || clock.time === undefined ? parts : { ...parts, time: clock.time };
}

function inFigures(date: string): DateParts | undefined {
  const bare = date
    .replace(/^(\p{L}+)\.?,? (?=\d)/u, (all, word: string) => (isFiller(word) ? '' : all))
    .replace(/ ?(?:\([日月火水木金土一二三四五六]\)|.曜日|星期.)$/, '');
  const first = /^(\d{4})(?:([-/.]) ?(\d{1,2})\2 ?|年 ?(\d{1,2})月 ?)(\d{1,2})[.日]?$/.exec(bare);
  if (first !== null) return certain(Number(first[1]), Number(first[3] ?? first[4]), Number(first[5]));
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
  // `mar 5 dic 2026`, `mar 3 mar 2026`: the first "mar" is a Tuesday there.
  const months = named.filter(({ isWeekday }, at) => !isWeekday || at === named.length - 1);
  const [only, ...others] = months.length > 1 ? months.filter(({ isWeekday }) => !isWeekday) : months;
  if (only === undefined || others.length > 0) return undefined;
  const { month } = only;
  const [a = '', b = '', ...more] = figures;
  if (a === '' || more.length > 0) return undefined;
  if (b === '')
    return a.length > 2 ? { kind: 'without-day' } : { kind: 'without-year', month, day: Number(a) };
  const [day, year] = a.length === 4 ? [b, a] : [a, b];
  if (day.length > 2 || year.length === 1 || year.length === 3) return undefined;
  return certain(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(day));
}

function isFiller(word: string): boolean {
  const folded = foldWord(word).replace(/\.$/, '');
  return fillers.has(folded) || isWeekday(folded);
}

function certain(year: number, month: number, day: number): DateParts {
  return { kind: 'certain', year, month, day };
}
