import { dayNumber } from '../calendar/day-number';
import type { DealInput } from './request';

const NONE: readonly number[] = [];

/** Days before `asOf` on which anything of a deal was changed, in order; a day with several changes comes once. */
export function changeDays({ history }: DealInput, asOf: number): readonly number[] {
  if (history.length === 0) return NONE;
  const days = new Set<number>();
  for (const { at } of history) {
    const day = dayNumber(at);
    if (day !== undefined && day < asOf) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}
