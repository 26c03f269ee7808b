import { dayNumber } from '../calendar/day-number';
import type { DealInput } from './request';

/** Days before `asOf` on which anything of a deal was changed, in order; a day with several changes comes once. */
export function changeDays({ history }: DealInput, asOf: number): readonly number[] {
  const days = new Set(history.flatMap(({ at }) => dayNumber(at) ?? []).filter((day) => day < asOf));
  return [...days].sort((a, b) => a - b);
}
