import { foldWord } from './fold-word';
import { isoDate } from './iso-date';
import { splitClock } from './split-clock';
import { tidyText } from './tidy-text';

/** Yesterday, today, tomorrow, in thirteen languages. No word means another of these days in another language. */
const words: readonly ReadonlySet<string>[] = [
  'yesterday|i gar|igar|gestern|hier|ayer|gisteren|ieri|ontem|wczoraj|eilen|昨日',
  "today|i dag|idag|heute|aujourd'hui|hoy|vandaag|oggi|hoje|dzis|dzisiaj|tanaan|今日|本日",
  'tomorrow|i morgen|i morgon|imorgon|morgen|demain|manana|domani|amanha|jutro|huomenna|明日',
].map((list) => new Set(list.split('|')));

const one = /^(?:an?|one|e[nt]|ett|ein(?:e[mnr]?)?|une?|un[ao]|een|uma?)$/;
const distance = new RegExp(
  '^(?:(in|om|dans|en|dentro de|tra|over|em|daqui a)|(vor|il y a|hace|ha|for))? ?' +
    '(\\d{1,3}|[a-z]{1,5}) (?:(days?|dage?n?|dagar|tage?n?|jours?|dias?|giorn[oi])|weeks?|uger?|wochen?|semain(?:e|es)|semanas?|settiman[ae]|weken|vec?kor?|vecka)' +
    '( (?:ago|siden|sedan|geleden|fa|atras))?$',
);

/**
 * The day that `Today` or `Yesterday`, with or without a time after it, or `In 3 days` or `2 weeks ago` means. Hours and
 * months are no days, and mean none.
 *
 * @param today `YYYY-MM-DD`
 * @example relativeDate('Yesterday, 14:30', '2026-03-01') // '2026-02-28'
 * @example relativeDate('for 3 dage siden', '2026-03-01') // '2026-02-26'
 */
export function relativeDate(text: string, today: string): string | undefined {
  const said = foldWord(splitClock(tidyText(text))?.rest ?? '');
  const index = words.findIndex((list) => list.has(said));
  const days = index === -1 ? daysAway(said) : index - 1;
  if (days === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return isoDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

function daysAway(said: string): number | undefined {
  const [, ahead, before, figures = '', day, after] = distance.exec(said) ?? [];
  const count = one.test(figures) ? 1 : Number(figures);
  const isPast = after !== undefined || (before !== undefined && before !== 'for');
  // One of the two, and "over 2 weeks" may be more than two weeks.
  if (!(count >= 0) || isPast === (ahead !== undefined) || figures === '') return undefined;
  if (ahead === 'over' && /weeks?$|days?$|dage$|uger$/.test(said)) return undefined;
  if (before === 'for' && after === undefined) return undefined;
  return (isPast ? -1 : 1) * count * (day === undefined ? 7 : 1);
}
