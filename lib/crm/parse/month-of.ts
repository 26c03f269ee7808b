import { calendarNames } from './calendar-names';

/**
 * The month, 1..12, that a folded word without dots names in English, Danish, German, French, Spanish, Swedish, Dutch,
 * Italian, Portuguese, Norwegian, Finnish, Polish, Czech or Turkish.
 *
 * @example monthOf('dez') // 12
 */
export function monthOf(word: string): number | undefined {
  return calendarNames().months.get(word);
}
