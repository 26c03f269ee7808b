import { flags } from './columns';

/**
 * Whether the row with these flags is in the figures and the lists that explain them: a deal, or a row without id that
 * stands for one and shows its number. Not where it was removed.
 */
export function isCountedSlot(bits: number): boolean {
  if ((bits & flags.filled) === 0 || (bits & flags.removed) !== 0) return false;
  const counted = flags.chosen | flags.numbered;
  return (bits & flags.stray) === 0 || (bits & counted) === counted;
}
