import { foldWord } from './fold-word';

/**
 * Whose names are known. Croatian is there for what it contradicts: `listopada` is its October and the November of the
 * Poles, `srp` its July and the August of the Czechs, so that alone they are neither.
 */
const languages = 'en en-GB da de de-AT fr fr-CA es sv nl it pt nb fi pl cs tr hr'.split(' ');
/** What people and older platforms write besides; the short months of the Czechs, for which platforms write figures. */
const others =
  'mrz 3 maerz 3 sept 9 sett 9 fev 2 dez 12 ' +
  'led 1 uno 2 bre 3 dub 4 kve 5 cvn 6 cvc 7 srp 8 zar 9 rij 10 lis 11 pro 12';

export interface CalendarNames {
  /** A name of two months has none. */
  readonly months: ReadonlyMap<string, number | undefined>;
  readonly weekdays: ReadonlySet<string>;
}

const months = new Map<string, number | undefined>();
const weekdays = new Set<string>(['tues', 'thurs', 'tir', 'tor']);
let learnt = 0;

/**
 * Learns the names of months and weekdays, long and short, folded and without dots, from the platform's tables: in steps
 * of a few milliseconds each, for the platform is slow to make a formatter for a new language. What is learnt stays so.
 */
export function* learnNames(): Generator<void, CalendarNames, void> {
  while (learnt < languages.length) {
    learn(languages[learnt] ?? '');
    learnt += 1;
    yield;
  }
  return { months, weekdays };
}

function learn(language: string): void {
  if (learnt === 0)
    for (const [, name = '', month] of others.matchAll(/(\w+) (\d+)/g)) addMonth(name, Number(month));
  for (const width of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, {
      weekday: width,
      day: 'numeric',
      month: width,
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month += 1) {
      // The firsts of the months of 2026 are of every weekday.
      for (const { type, value } of format.formatToParts(Date.UTC(2026, month - 1, 1))) {
        const name = foldWord(value).replace(/\./g, '');
        if (type === 'month') addMonth(name, month);
        if (type === 'weekday') for (const part of name.split('-')) weekdays.add(part);
      }
    }
  }
}

function addMonth(name: string, month: number): void {
  months.set(name, months.has(name) && months.get(name) !== month ? undefined : month);
}
