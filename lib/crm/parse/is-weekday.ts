import { calendarNames } from './calendar-names';

/** Whether a folded word without dots is a day of the week in one of the languages of `monthOf`. */
export function isWeekday(word: string): boolean {
  return calendarNames().weekdays.has(word);
}
